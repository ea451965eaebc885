import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { addDays, earlier, later, longDate, shortPeriod } from '../../kernel/dates.ts'
import { ok, type Result, refuseAll, refuseRule } from '../../kernel/result.ts'
import type { Day, DeficitId, PairId, PersonId } from '../../kernel/types.ts'
import type { Begun } from '../../kit/case.ts'
import { deed } from '../../kit/deed.ts'
import { area, day, optionalArea } from '../../kit/form/fields.ts'
import { opening } from '../../kit/opening.ts'
import { openDeficitsOf } from '../deficits/goal-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import type { StandingSite } from '../sites/standing-queries.ts'
import { type OpenPair, pairs } from './case.ts'
import { endBefore } from './ending.ts'
import { deficitField, heirField, proposalForm, requestForm } from './form.ts'
import { passedFact, passTo } from './passing.ts'
import { paths } from './paths.ts'
import { pairRow } from './queries.ts'
import { isOverdue, wrongEnd } from './rules.ts'
import { placed, runningSite, type Terms } from './store.ts'

const begins = ({ ctx, held: { standing } }: { readonly ctx: Ctx; readonly held: StandingSite }) => ({
  startsOn: later(standing.from, ctx.today),
  endsOn: yearEnd(ctx.today, standing.to),
})
/** The end of the school year, or of the status. */
const yearEnd = (today: Day, last: Day | null): Day => {
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '05-31' ? 1 : 0)
  return last === null ? `${year}-05-31` : earlier(last, `${year}-05-31`)
}

/** Whoever runs the site, or a methodist, proposes a pair; both people answer. (L-O42) */
export const proposePair = opening(pairs, theSite, {
  at: paths.sitePairOffers,
  permits: 'pair.propose',
  form: proposalForm,
  begins,
  also: (tx, { ctx, held, input }) => placed(tx, ctx, held, input),
  values: ({ ctx, held, input, made }) => ({
    ...{ ...input, siteId: held.id, role: made.role, begunBy: 'site' as const, heardOn: ctx.today },
    ...{ createdBy: ctx.actor.personId, createdAt: ctx.now },
  }),
  tell: ({ ctx, held, input, made }) => ({
    kind: 'pair.proposed',
    to: [input.mentorId, input.menteeId].filter((id) => id !== ctx.actor.personId),
    params: { site: held.name, mentor: made.mentor, mentee: made.mentee, goal: input.goal },
  }),
  fact: ({ input, made: { mentor, mentee } }) => ({
    kind: 'pair.proposed',
    facts: { mentor, mentee, from: input.startsOn, to: input.endsOn },
  }),
  done: 'Пара предложена. Она начнёт работать, когда согласятся оба',
  ask: { title: 'Предложить пару', button: 'Предложить' },
})

type Values = typeof pairs extends Begun<infer V, string> ? V : never
/** One that waits for the mentor alone. */
const askedPairs: Begun<Values, 'pair'> = {
  param: pairs.param,
  home: pairs.home,
  begin: (tx: Tx, ctx: Ctx, id: PairId, values: Values) =>
    tx
      .insertInto('pairs')
      .values({ ...values, territoryId: ctx.territory.id, id, state: 'waitsForMentor' })
      .execute(),
}

/** Somebody asks for a mentor of the site; the mentor answers. (L-O42) */
export const askMentor = opening(askedPairs, theSite, {
  at: paths.sitePairRequests,
  permits: 'pair.ask',
  form: requestForm,
  begins,
  also: async (tx, { ctx, held, input: { deficit, ...terms } }) => {
    const own = await ownDeficit(tx, ctx, deficit)
    if (!own.ok) return own
    const found = await placed(tx, ctx, held, { ...terms, menteeId: ctx.actor.personId })
    return found.ok ? ok({ ...found.value, deficitId: own.value }) : found
  },
  values: ({ ctx, held, input: { deficit: _, ...terms }, made }) => ({
    ...{ ...terms, menteeId: ctx.actor.personId, deficitId: made.deficitId, siteId: held.id, role: made.role },
    ...{ begunBy: 'mentee' as const, menteeAgreedAt: ctx.now, heardOn: ctx.today },
    ...{ createdBy: ctx.actor.personId, createdAt: ctx.now },
  }),
  tell: ({ held, input, made }) => ({
    kind: 'pair.asked',
    to: [input.mentorId, runningSite],
    params: { site: held.name, mentor: made.mentor, mentee: made.mentee, goal: input.goal },
  }),
  fact: ({ input, made: { mentor, mentee } }) => ({
    kind: 'pair.asked',
    facts: { mentor, mentee, from: input.startsOn, to: input.endsOn },
  }),
  done: 'Просьба отправлена. Когда на неё ответят, вам сообщат',
  ask: { title: 'Попросить наставника', button: 'Попросить' },
})

/** The deficit that whoever learns makes the goal: an open one of their own, where deficits are kept. */
async function ownDeficit(tx: Tx, ctx: Ctx, typed: string | null): Promise<Result<DeficitId | null>> {
  if (typed === null) return ok(null)
  const found = (await openDeficitsOf(tx, ctx, ctx.actor.personId)).find(({ id }) => id === typed)
  return found ? ok(found.id) : refuseRule('pair.notOwnDeficit', { field: 'deficit' })
}

type Given = OpenPair & { readonly ctx: Ctx }
export const wordsOf = ({ mentor, mentee, site, one }: OpenPair) => ({ site: site.name, mentor, mentee, goal: one.goal })
const termsOf = ({ mentorId, menteeId, startsOn, endsOn }: OpenPair['one']): Terms => ({ mentorId, menteeId, startsOn, endsOn })
const namesOf = ({ mentor, mentee }: OpenPair) => ({ mentor, mentee })

/** Whoever says the second yes begins the pair; the other is told of either. */
const agreed = (given: Given & { readonly now: OpenPair['one'] }, other: PersonId) =>
  given.now.state === 'running'
    ? ({
        kind: 'pair.begun',
        to: [other, runningSite],
        params: { ...wordsOf(given), when: shortPeriod({ from: given.one.startsOn, to: given.one.endsOn }) },
      } as const)
    : null

/** What went on with another mentor before ends where both have agreed. */
async function goesOnHere(tx: Tx, { ctx, now, mentor }: Given & { readonly now: OpenPair['one'] }) {
  return ok({ facts: now.state === 'running' ? await endBefore(tx, ctx, now, mentor) : [] })
}

/** The mentor says yes: within what they lead, counted while nobody else counts. (c17) */
export const agreeAsMentor = deed(pairs, 'mentorAgrees', {
  at: paths.pairMentor,
  permits: 'pair.agreeAsMentor',
  elsewhere: { rule: 'pair.isAnswered' },
  also: (tx, { one, site, ctx }) => placed(tx, ctx, site, termsOf(one), { own: one.id, says: 'mentor' }),
  set: ({ ctx, made }) => ({ role: made.role, mentorAgreedAt: ctx.now, heardOn: ctx.today }),
  follow: goesOnHere,
  tell: (given) => agreed(given, given.one.menteeId),
  fact: (given) => ({ kind: 'pair.mentorAgreed', facts: namesOf(given) }),
  done: ({ one }) => (one.state === 'running' ? 'Вы согласились: пара работает' : 'Вы согласились. Ждём ответа второй стороны'),
  ask: { title: 'Вы ведёте эту пару?', button: 'Согласиться' },
})

/** Whoever learns says yes, and may say which of their deficits it is about. */
export const agreeAsMentee = deed(pairs, 'menteeAgrees', {
  at: paths.pairMentee,
  permits: 'pair.agreeAsMentee',
  elsewhere: { rule: 'pair.isAnswered' },
  form: deficitField,
  also: async (tx, { one, site, ctx, input }) => {
    const own = await ownDeficit(tx, ctx, input.deficit)
    if (!own.ok) return own
    const found = await placed(tx, ctx, site, termsOf(one), { own: one.id, says: 'mentee' })
    return found.ok ? own : found
  },
  set: ({ one, ctx, made }) => ({ deficitId: made ?? one.deficitId, menteeAgreedAt: ctx.now, heardOn: ctx.today }),
  follow: goesOnHere,
  tell: (given) => agreed(given, given.one.mentorId),
  fact: (given) => ({ kind: 'pair.menteeAgreed', facts: namesOf(given) }),
  done: ({ one }) => (one.state === 'running' ? 'Вы согласились: пара работает' : 'Вы согласились. Ждём ответа второй стороны'),
  ask: { title: 'Вам предлагают пару', button: 'Согласиться' },
})

const noWords = 'Без объяснения'

/** Either says no, with a word; or whoever proposed it takes it back. */
export const declinePair = deed(pairs, 'decline', {
  at: paths.pairRefusal,
  permits: 'pair.decline',
  anyStanding: true,
  elsewhere: { rule: 'pair.isAnswered' },
  form: { outcome: optionalArea('Почему', { most: 1000, rows: 2, hint: 'Можно оставить пустым' }) },
  set: ({ input, ctx }) => ({ outcome: input.outcome ?? noWords, closedOn: ctx.today }),
  tell: (given) => ({
    kind: 'pair.declined',
    to: [given.one.mentorId, given.one.menteeId, given.one.createdBy].filter((id) => id !== given.ctx.actor.personId),
    params: { ...wordsOf(given), why: given.input.outcome ?? noWords },
  }),
  fact: (given) => ({ kind: 'pair.declined', facts: { ...namesOf(given), why: given.input.outcome ?? noWords } }),
  done: 'Отказ записан, другой стороне сообщено',
  ask: { title: 'Отказаться', folded: true, button: 'Отказаться', kind: 'secondary' },
})

/** Either of the two, or whoever runs the site, writes down what came of it. */
export const endPair = deed(pairs, 'end', {
  at: paths.pairOutcome,
  permits: 'pair.end',
  anyStanding: true,
  elsewhere: { rule: 'pair.isOver' },
  form: {
    outcome: area('Что получилось', {
      what: 'итог пары',
      most: 2000,
      rows: 3,
      hint: 'Без имён: итог печатается на бумаге наставника и в отчёте площадки. Если не вышло, напишите почему: это тоже итог',
    }),
    closedOn: day('Последний день работы', { what: 'последний день' }),
  },
  begins: ({ one, ctx }) => ({ closedOn: earlier(one.endsOn, ctx.today) }),
  also: async (tx, { one, input, ctx }) => {
    const lastMeeting = (await pairRow(tx, ctx, one.id))?.lastMeeting ?? null
    const wrong = wrongEnd(one, input.closedOn, { lastMeeting, today: ctx.today })
    return wrong.length > 0 ? refuseAll(wrong) : ok(null)
  },
  set: ({ input }) => input,
  tell: (given) => ({
    kind: 'pair.ended',
    to: [given.one.mentorId, given.one.menteeId, runningSite].filter((id) => id !== given.ctx.actor.personId),
    params: { ...wordsOf(given), outcome: given.input.outcome },
  }),
  fact: (given) => ({
    kind: 'pair.ended',
    facts: { ...namesOf(given), on: given.input.closedOn, outcome: given.input.outcome },
  }),
  done: 'Итог записан, пара закончила работу',
  ask: { title: 'Итог пары', opens: 'Записать итог и закончить', kind: 'secondary' },
})

/** Somebody else is named for a pair: whose mentor has no role any more, or wants to pass it on. Both answer; until then it stays as it is. (c19, c20) */
export const passPair = deed(pairs, 'pass', {
  at: paths.pairHeirs,
  permits: 'pair.pass',
  beside: true,
  elsewhere: { rule: 'pair.isOver' },
  form: heirField,
  lacks: ({ one, ctx }) =>
    isOverdue(one, ctx.today) ? refuseRule('pair.passedTooLate', { params: { day: longDate(one.endsOn) } }) : ok(null),
  also: (tx, { ctx, one, site, input }) =>
    passTo(tx, ctx, {
      site,
      pair: one,
      mentorId: input.mentorId,
      from: later(ctx.today, one.leadsUntil === null ? ctx.today : addDays(one.leadsUntil, 1)),
    }),
  fact: ({ one, site, mentor, mentee, made }) => passedFact(site, { id: one.id, mentor, mentee }, made),
  done: 'Предложение отправлено. Когда согласятся оба, пара пойдёт дальше с новым человеком',
  ask: { title: 'Назвать, кто ведёт дальше', folded: true, button: 'Предложить', kind: 'secondary' },
})
