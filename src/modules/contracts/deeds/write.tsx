import { z } from 'zod'
import { shortDate } from '../../../kernel/dates.ts'
import { ok, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { opening } from '../../../kit/opening.ts'
import { PeriodField } from '../../../ui/date-field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { day, optionalText } from '../../../web/fields.ts'
import { operatorOf } from '../../organisations/party-queries.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { theSite } from '../../sites/site-queries.ts'
import { contracts } from '../case.ts'
import type { ContractText } from '../model.ts'
import { paths } from '../paths.ts'
import { asksContract, missingToOffer, wrongPeriod } from '../rules.ts'

const written = (what: string, most: number) => optionalText(what, most).transform((value) => value ?? '')
const form = z.object({
  number: optionalText('номер', 60),
  subject: written('предмет договора', 2000),
  terms: written('условия', 20_000),
  startsOn: day('начало срока'),
  endsOn: day('конец срока'),
})
const textOf = ({ number, subject, terms, startsOn, endsOn }: ContractText) => ({ number, subject, terms, startsOn, endsOn })

/** Starts the contract of a site with the operator; it may still be incomplete. */
export const startContract = opening(contracts, theSite, {
  at: paths.siteContracts,
  permits: 'contract.edit',
  form,
  lacks: ({ held }) => (asksContract(held.regulation).value ? ok(null) : refuseRule('contract.notAsked')),
  rule: ({ held, input }) => wrongPeriod(input, held.standing),
  also: async (tx, { ctx }) => {
    const operator = await operatorOf(tx, ctx)
    return operator === null ? refuseRule('contract.noOperator') : ok(operator)
  },
  values: ({ ctx, held, input, made }) => ({
    ...textOf(input),
    siteId: held.id,
    operatorOrganisationId: made,
    createdBy: ctx.actor.personId,
    createdAt: ctx.now,
  }),
  fact: ({ input: { startsOn: from, endsOn: to, number } }) => ({ kind: 'contract.started', facts: { from, to, number } }),
  done: 'Договор начат: проверьте текст и отправьте на подпись',
})

/** Changes a contract that is still being prepared. */
export const editContract = deed(contracts, 'change', {
  at: paths.contractEdit,
  permits: 'contract.edit',
  form,
  anyStanding: true,
  elsewhere: { rule: 'contract.notDraft' },
  rule: ({ site, input }) => wrongPeriod(input, site.standing),
  set: ({ input }) => textOf(input),
  fact: ({ input: { startsOn: from, endsOn: to, number } }) => ({ kind: 'contract.changed', facts: { from, to, number } }),
  done: 'Договор сохранён',
})

/** Changes it and lays it before both sides, in one deed. */
export const offerContract = deed(contracts, 'offer', {
  at: paths.contractEdit,
  permits: 'contract.edit',
  form,
  after: editContract,
  rule: ({ input }) => missingToOffer(input),
  tell: ({ site }) => ({ kind: 'contract.awaitsSignature', to: [peopleOfSite, officeOf], params: { site: site.name } }),
  fact: ({ input: { number } }) => ({ kind: 'contract.offered', facts: { number } }),
  done: 'Договор отправлен на подпись обеим сторонам',
})

/** Takes a contract back to be changed. A signature given so far stood under other words and is taken away. */
export const takeBackContract = deed(contracts, 'takeBack', {
  at: paths.contractWithdrawals,
  permits: 'contract.edit',
  anyStanding: true,
  set: () => ({ siteSignedBy: null, siteSignedOn: null, operatorSignedBy: null, operatorSignedOn: null }),
  fact: () => ({ kind: 'contract.takenBack', facts: {} }),
  done: 'Договор снова в работе',
  ask: {
    title: 'Вернуть в работу',
    folded: true,
    text: 'Договор снова можно править; подписи, записанные под прежним текстом, снимутся.',
    button: 'Вернуть в работу',
    kind: 'secondary',
  },
})

export const labels = {
  number: 'Номер договора',
  subject: 'О чём договор',
  terms: 'Что делают стороны',
  startsOn: 'Первый день',
  endsOn: 'Последний день',
} as const
export type ContractValues = Readonly<Record<keyof typeof labels, string>>

/** The text of a contract as its form shows it. */
export const valuesOf = (text: ContractText): ContractValues => ({
  ...text,
  number: text.number ?? '',
  startsOn: shortDate(text.startsOn),
  endsOn: shortDate(text.endsOn),
})

export function ContractFields({ form, initial }: { form: FormState | null; initial: ContractValues }) {
  const field = (name: keyof ContractValues) => ({ form, name, label: labels[name], initial: initial[name] })
  return (
    <>
      <TextField {...field('number')} hint="Номер из журнала оператора; нужен, чтобы отправить на подпись" width={10} />
      <TextArea {...field('subject')} rows={2} />
      <TextArea {...field('terms')} rows={10} />
      <PeriodField
        form={form}
        label="Срок договора"
        hint="Внутри срока статуса; оба дня включительно"
        from="startsOn"
        to="endsOn"
        initialFrom={initial.startsOn}
        initialTo={initial.endsOn}
      />
    </>
  )
}
