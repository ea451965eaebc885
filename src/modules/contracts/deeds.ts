import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { usualFiles } from '../../files/check.ts'
import { storeFiles } from '../../files/store.ts'
import { keepLast, lockJournal, operatorsJournal, takeNumber } from '../../journals/journal.ts'
import { later } from '../../kernel/dates.ts'
import { ok, refuseRule } from '../../kernel/result.ts'
import { deed } from '../../kit/deed.ts'
import { area, day, draftArea, files, optionalLine, period, unseen } from '../../kit/form/fields.ts'
import { opening } from '../../kit/opening.ts'
import { type Happened, listOf } from '../../kit/told.ts'
import { asksContract } from '../../regulation/status/questions.ts'
import { choice } from '../../web/fields.ts'
import { operatorOf } from '../organisations/party-queries.ts'
import { officeOf, peopleOfSite } from '../sites/people-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import { contracts, signaturesOf } from './case.ts'
import { paths } from './paths.ts'
import { countedNumber, mayEnd, mayStillSign, missingToOffer, nextSignature, signedInFuture, wrongPeriod } from './rules.ts'
import { usualSubject, usualTerms } from './texts.ts'

/** What a person writes into a contract. */
const form = {
  number: optionalLine('Номер договора', {
    what: 'номер',
    hint: 'Если номер в журнале оператора уже дан. Пустой запишется сам, когда договор отправят на подпись',
    most: 60,
    width: 10,
  }),
  subject: draftArea('О чём договор', { what: 'предмет договора', most: 2000, rows: 2 }),
  terms: draftArea('Права и обязанности сторон', { what: 'условия', most: 20_000, rows: 10 }),
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
  // Another number is of the year in which it is offered.
  set: ({ one, input }) => ({ ...input, numberYear: input.number === one.number ? one.numberYear : null }),
  fact: ({ input: { startsOn: from, endsOn: to, number } }) => ({ kind: 'contract.changed', facts: { from, to, number } }),
  done: 'Договор сохранён',
  ask: { title: 'Подготовить', opens: 'Открыть текст' },
})

/** The number typed, after which the operator's journal of its year goes on, or the next one of this year. */
async function numberOf(tx: Tx, ctx: Ctx, { year, typed }: { year: number | null; typed: string | null }) {
  const now = operatorsJournal(ctx, 'contract')
  if (typed === null) return { number: String(await takeNumber(tx, ctx, now)), numberYear: now.year }
  const journal = { ...now, year: year ?? now.year }
  await lockJournal(tx, ctx, journal)
  await keepLast(tx, ctx, journal, countedNumber(typed))
  return { number: typed, numberYear: journal.year }
}

/** Changes it and lays it before both sides, in one deed. */
export const offerContract = deed(contracts, 'offer', {
  at: paths.contractEdit,
  permits: 'contract.edit',
  form,
  after: editContract,
  rule: ({ input }) => missingToOffer(input),
  also: async (tx, { ctx, one, input }) => ok(await numberOf(tx, ctx, { year: one.numberYear, typed: input.number })),
  set: ({ made }) => made,
  tell: ({ site }) => ({ kind: 'contract.awaitsSignature', to: [peopleOfSite, officeOf], params: { site: site.name } }),
  fact: ({ now: { number } }) => ({ kind: 'contract.offered', facts: { number } }),
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

const kinds = 'PDF, DOCX, JPG или PNG, до 20 МБ'
const one = { limits: { ...usualFiles, files: 1 }, hint: kinds, accept: '.pdf,.docx,.jpg,.jpeg,.png' }

const permissions = { site: 'contract.signForSite', operator: 'contract.signForOperator' } as const

/** Writes down that one side has signed; with the second signature the contract is in force. */
export const signContract = deed(contracts, ({ one }) => nextSignature(signaturesOf(one)), {
  at: paths.contractSignatures,
  permits: 'contract.view',
  by: ({ input, can }) => permissions[input?.side ?? (can('contract.signForSite') ? 'site' : 'operator')],
  form: {
    side: unseen('Сторона', choice('сторону', ['site', 'operator'])),
    signedOn: day('Когда подписан на бумаге', { what: 'день подписания' }),
    file: files('Подписанный лист', { ...one, hint: `${kinds}; можно приложить позже` }),
  },
  begins: ({ ctx }) => ({ signedOn: ctx.today }),
  lacks: ({ one, input }) => mayStillSign(signaturesOf(one), input?.side),
  rule: ({ input, ctx }) => signedInFuture(input.signedOn, ctx.today),
  also: async (tx, { ctx, files }) => ok((await storeFiles(tx, ctx, files))[0] ?? null),
  set: ({ input: { side, signedOn }, ctx: { actor }, made }) => ({
    ...(side === 'site'
      ? { siteSignedBy: actor.personId, siteSignedOn: signedOn }
      : { operatorSignedBy: actor.personId, operatorSignedOn: signedOn }),
    ...(made ? { fileId: made } : {}),
  }),
  tell: ({ now, site }) =>
    now.state === 'inForce'
      ? {
          kind: 'contract.inForce',
          to: [peopleOfSite, officeOf],
          params: { site: site.name, number: now.number ?? '', to: now.endsOn },
        }
      : null,
  fact: ({ now, input: { side, signedOn }, ctx, files }): Happened[] => [
    { kind: 'contract.signed', facts: { side, on: signedOn, person: ctx.actor.name } },
    ...files.map(({ name }): Happened => ({ kind: 'contract.scanAdded', facts: { name } })),
    ...listOf<Happened>(
      now.state === 'inForce'
        ? { kind: 'contract.inForce', facts: { number: now.number, from: now.startsOn, to: now.endsOn } }
        : null,
    ),
  ],
  done: ({ one }) => (one.state === 'inForce' ? 'Подписали обе стороны: договор вступил в силу' : 'Подпись записана'),
  ask: { button: 'Записать подпись' },
})

/** Puts the scan of the signed paper to a contract, or a better one in its place. */
export const addScan = deed(contracts, 'addScan', {
  at: paths.contractScans,
  permits: 'contract.edit',
  anyStanding: true,
  elsewhere: { rule: 'contract.scanTooEarly', field: 'scan' },
  form: { scan: files('Подписанный лист целиком', { ...one, needed: 'contract.scanMissing' }) },
  also: async (tx, { ctx, files }) => ok((await storeFiles(tx, ctx, files))[0] ?? null),
  set: ({ made }) => ({ fileId: made }),
  fact: ({ files }) => files.map(({ name }): Happened => ({ kind: 'contract.scanAdded', facts: { name } })),
  done: 'Подписанный лист приложен',
  ask: {
    title: ({ one }) => (one.fileId ? 'Заменить подписанный лист' : 'Приложить подписанный лист'),
    folded: true,
    button: 'Приложить',
    kind: 'secondary',
  },
})

/** Ends a contract before its last day, with the reason. */
export const endContract = deed(contracts, 'end', {
  at: paths.contractEnd,
  permits: 'contract.edit',
  anyStanding: true,
  form: { endedOn: day('Последний день'), endReason: area('Почему', { what: 'причину', most: 2000, rows: 3 }) },
  begins: ({ ctx }) => ({ endedOn: ctx.today }),
  rule: ({ one, input }) => mayEnd(one, input.endedOn),
  set: ({ input }) => input,
  tell: ({ one, site, input: { endedOn: on, endReason: reason } }) => ({
    kind: 'contract.ended',
    to: [peopleOfSite, officeOf],
    params: { site: site.name, number: one.number ?? '', on, reason },
  }),
  fact: ({ input: { endedOn: on, endReason: reason } }) => ({ kind: 'contract.ended', facts: { on, reason } }),
  done: 'Договор расторгнут',
  ask: { title: 'Расторгнуть раньше срока', folded: true, button: 'Расторгнуть договор', kind: 'warning' },
})
