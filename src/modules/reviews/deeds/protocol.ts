import { z } from 'zod'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { operatorsJournal, takeNumber } from '../../../journals/journal.ts'
import { isId } from '../../../kernel/ids.ts'
import { fullName } from '../../../kernel/names.ts'
import { ok, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ApplicationId, PersonId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import type { About } from '../../../kit/deed-types.ts'
import { checkboxes, day, draftArea, optionalLine, row, unseen, type ValueOf } from '../../../kit/form/fields.ts'
import { opening } from '../../../kit/opening.ts'
import { siteWord } from '../../../regulation/parties/questions.ts'
import { chosenIds, optionalText } from '../../../web/fields.ts'
import type { Call } from '../../calls/model.ts'
import { regulationById } from '../../regulation/queries.ts'
import { type ProtocolCase, protocols, reviewedCalls } from '../case.ts'
import type { ProtocolPerson, ProtocolSnapshot, SummaryRow } from '../model.ts'
import { paths } from '../paths.ts'
import { meetingPeople, operatorName, protocolsOf, strangersIn } from '../protocol-queries.ts'
import {
  brokenProtocol,
  isDecidable,
  missingForSigning,
  type ProtocolInput,
  protocolRows,
  suggestedWords,
} from '../protocol-rules.ts'
import { summaryOf } from '../queries.ts'

const meeting = {
  heldOn: day('День заседания', { what: 'дата заседания' }),
  place: optionalLine('Место', { hint: 'Можно не заполнять', most: 300 }),
  chairId: row<PersonId>('Председатель', { what: 'председателя' }),
  secretaryId: row<PersonId>('Секретарь', { what: 'секретаря' }),
}

/** Applications that a meeting may decide about and no signed protocol has decided yet. */
export async function undecidedIn(tx: Tx, ctx: Pick<Ctx, 'territory'>, call: Call) {
  const earlier = await protocolsOf(tx, ctx, call.id)
  const decided = new Set(earlier.flatMap(({ snapshot }) => (snapshot?.rows ?? []).map(({ applicationId }) => applicationId)))
  const { rows } = await summaryOf(tx, ctx, call)
  return rows.filter((it) => isDecidable(it) && !decided.has(it.applicationId))
}

/** Begins the protocol of a meeting: applications whose reviews are over and that no signed protocol decides about, with words from the figures. */
export const startProtocol = opening(protocols, reviewedCalls, {
  at: paths.callProtocols,
  permits: 'review.protocol',
  form: meeting,
  begins: ({ ctx }) => ({ heldOn: ctx.today, secretaryId: ctx.actor.personId }),
  async also(tx, { ctx, held: call, input }) {
    const stored = await regulationById(tx, ctx.territory.id, call.regulationId, ctx.today)
    if (!stored) return refuse({ code: 'notFound' })
    const strangers = await strangersIn(tx, ctx, { ...input, members: [] })
    if (strangers.length > 0) return refuseAll(strangers)
    const open = await undecidedIn(tx, ctx, call)
    const journal = operatorsJournal(ctx, 'protocol')
    const number = await takeNumber(tx, ctx, journal)
    const senders = open.flatMap(({ reviews }) => reviews.filter(({ state }) => state === 'sent').map(({ expertId }) => expertId))
    const words = ({ figures }: SummaryRow) => suggestedWords(figures, { genitive: siteWord(stored.regulation, 'genitive') })
    const decisions = open.map((it) => ({ applicationId: it.applicationId, words: words(it) }))
    return ok({ number, numberYear: journal.year, members: [...new Set(senders)], decisions })
  },
  values: ({ ctx, held, input, made: { number, numberYear, members, decisions } }) => ({
    ...{ ...input, callId: held.id, number, numberYear },
    members: JSON.stringify(members),
    decisions: JSON.stringify(decisions),
    createdBy: ctx.actor.personId,
    createdAt: ctx.now,
  }),
  fact: ({ made: { number }, input: { heldOn: on } }) => ({ kind: 'protocol.started', facts: { number, on } }),
  done: 'Протокол начат: проверьте решения',
  ask: { title: 'Новый протокол', button: 'Начать протокол' },
})

const writing = {
  ...meeting,
  place: optionalLine('Место', { hint: undefined, most: 300 }),
  members: checkboxes('Присутствовали', chosenIds<PersonId>('члена комиссии')),
  note: draftArea('Что ещё записать', { what: 'примечание', most: 10_000, rows: 4 }),
  // A field left empty: the meeting did not speak of this application.
  decisions: unseen(
    'Решения',
    z
      .record(z.string().refine(isId, 'Обновите страницу'), optionalText('решение', 5000))
      .default({})
      .transform((decisions) =>
        Object.entries(decisions).flatMap(([applicationId, words]) =>
          words === null ? [] : [{ applicationId: applicationId as ApplicationId, words }],
        ),
      ),
  ),
}
type Writing = About<ProtocolCase, ValueOf<typeof writing>>

const keeping = {
  permits: 'review.protocol' as const,
  form: writing,
  begins: ({ one }: ProtocolCase) => one,
}

/** The applications of the call, when everybody of the protocol could sit in its meeting. */
async function rowsFor(tx: Tx, { ctx, call, input }: Writing) {
  const strangers = await strangersIn(tx, ctx, input)
  return strangers.length > 0 ? refuseAll(strangers) : ok((await summaryOf(tx, ctx, call)).rows)
}

const texts = ({ input: { members, decisions, ...input } }: Writing) => ({
  ...input,
  members: JSON.stringify(members),
  decisions: JSON.stringify(decisions),
})

/** Keeps the draft of a protocol. */
export const saveProtocol = deed(protocols, 'save', {
  ...keeping,
  at: paths.protocol,
  async also(tx, given) {
    const rows = await rowsFor(tx, given)
    if (!rows.ok) return rows
    const broken = brokenProtocol(given.input, rows.value)
    return broken.length > 0 ? refuseAll(broken) : ok(null)
  },
  set: texts,
  fact: ({ one: { number }, input: { heldOn: on } }) => ({ kind: 'protocol.changed', facts: { number, on } }),
  done: 'Черновик сохранён',
})

/** Signs a protocol with what it says now: figures, names and words are kept as they stand and never change. */
export const signProtocol = deed(protocols, 'sign', {
  ...keeping,
  at: paths.protocolSignatures,
  async also(tx, given) {
    const { ctx, one, call, input } = given
    const rows = await rowsFor(tx, given)
    if (!rows.ok) return rows
    const missing = missingForSigning(input, rows.value, ctx.today)
    if (missing.length > 0) return refuseAll(missing)
    return ok(await snapshotOf(tx, ctx, { number: one.number, call, rows: rows.value, input }))
  },
  set: (given) => ({ ...texts(given), snapshot: JSON.stringify(given.made), signedAt: given.ctx.now }),
  fact: ({ one: { number }, input: { heldOn: on } }) => ({ kind: 'protocol.signed', facts: { number, on } }),
  done: 'Протокол подписан',
})

/** The protocol as it is on paper, with the posts people held on the day of the meeting. */
export async function snapshotOf(
  tx: Tx,
  ctx: Ctx,
  given: { number: number; call: Call; rows: readonly SummaryRow[]; input: ProtocolInput },
): Promise<ProtocolSnapshot> {
  const { number, call, rows, input } = given
  const people = new Map((await meetingPeople(tx, ctx, input.heldOn)).map((person) => [person.id, person]))
  const shown = (id: PersonId): ProtocolPerson => {
    const person = people.get(id)
    return person ? { name: fullName(person), post: person.post } : { name: '', post: '' }
  }
  return {
    callTitle: call.title,
    number,
    heldOn: input.heldOn,
    place: input.place,
    operator: await operatorName(tx, ctx),
    chair: shown(input.chairId),
    secretary: shown(input.secretaryId),
    members: input.members.map(shown),
    note: input.note,
    rows: protocolRows(input.decisions, rows),
  }
}
