import { later } from '../../../kernel/dates.ts'
import { ok, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { day, draftArea, optionalLine, period } from '../../../kit/form/fields.ts'
import { opening } from '../../../kit/opening.ts'
import { operatorOf } from '../../organisations/party-queries.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { theSite } from '../../sites/site-queries.ts'
import { contracts } from '../case.ts'
import { paths } from '../paths.ts'
import { asksContract, missingToOffer, wrongPeriod } from '../rules.ts'
import { usualSubject, usualTerms } from '../texts.ts'

/** What a person writes into a contract. */
const form = {
  number: optionalLine('Номер договора', {
    what: 'номер',
    hint: 'Номер из журнала оператора; нужен, чтобы отправить на подпись',
    most: 60,
    width: 10,
  }),
  subject: draftArea('О чём договор', { what: 'предмет договора', most: 2000, rows: 2 }),
  terms: draftArea('Что делают стороны', { what: 'условия', most: 20_000, rows: 10 }),
  ...period(
    'Срок договора',
    { startsOn: day('Первый день', { what: 'начало срока' }), endsOn: day('Последний день', { what: 'конец срока' }) },
    'Внутри срока статуса; оба дня включительно',
  ),
}

/** Starts the contract of a site with the operator; it may still be incomplete. */
export const startContract = opening(contracts, theSite, {
  at: paths.siteContracts,
  permits: 'contract.edit',
  form,
  begins: ({ ctx, held: { theme, regulation, standing } }) => ({
    subject: usualSubject(theme),
    terms: usualTerms(regulation),
    startsOn: later(standing.from, ctx.today),
    endsOn: standing.to,
  }),
  lacks: ({ held }) => (asksContract(held.regulation).value ? ok(null) : refuseRule('contract.notAsked')),
  rule: ({ held, input }) => wrongPeriod(input, held.standing),
  also: async (tx, { ctx }) => {
    const operator = await operatorOf(tx, ctx)
    return operator === null ? refuseRule('contract.noOperator') : ok(operator)
  },
  values: ({ ctx, held, input, made }) => ({
    ...input,
    siteId: held.id,
    operatorOrganisationId: made,
    createdBy: ctx.actor.personId,
    createdAt: ctx.now,
  }),
  fact: ({ input: { startsOn: from, endsOn: to, number } }) => ({ kind: 'contract.started', facts: { from, to, number } }),
  done: 'Договор начат: проверьте текст и отправьте на подпись',
  ask: { title: 'Начать договор', button: 'Начать договор' },
})

/** Changes a contract that is still being prepared. */
export const editContract = deed(contracts, 'change', {
  at: paths.contractEdit,
  permits: 'contract.edit',
  form,
  begins: ({ one }) => one,
  anyStanding: true,
  elsewhere: { rule: 'contract.notDraft' },
  rule: ({ site, input }) => wrongPeriod(input, site.standing),
  set: ({ input }) => input,
  fact: ({ input: { startsOn: from, endsOn: to, number } }) => ({ kind: 'contract.changed', facts: { from, to, number } }),
  done: 'Договор сохранён',
  ask: { title: 'Подготовить', opens: 'Открыть текст' },
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
