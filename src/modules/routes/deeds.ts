import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'
import { no, ok, type Result, type RuleRefusal, refuseAll, refuseRule } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import { deed } from '../../kit/deed.ts'
import { area, checkboxes, day, line, lineRead, optionalDay, optionalSelect, radios, unseen } from '../../kit/form/fields.ts'
import { opening } from '../../kit/opening.ts'
import { chosenCodes, httpsLink, idField } from '../../web/fields.ts'
import { initialsOf } from '../people/name-queries.ts'
import { holding } from '../people/role-queries.ts'
import { type OpenRoute, routePeople, routes } from './case.ts'
import { paths } from './paths.ts'
import {
  hasAgreed,
  isThrough,
  keyOf,
  mostSteps,
  othersOf,
  ownKinds,
  wrongAgreeing,
  wrongCourse,
  wrongNoting,
  wrongRemoving,
  wrongStep,
} from './rules.ts'
import { proposalsFor, stepsOf } from './store.ts'
import { kindWords } from './texts.ts'

type Given = OpenRoute & { readonly ctx: Ctx }
const kept = ({ here }: Pick<OpenRoute, 'here'>): readonly RuleRefusal[] => (here.on ? [] : [no('route.notKept')])
const elsewhere = { rule: 'route.ended' } as const
const whose = async (tx: Tx, ctx: Ctx, { one }: Pick<OpenRoute, 'one'>) => ({
  person: (await initialsOf(tx, ctx, [one.personId]))(one.personId),
})
const others = async (tx: Tx, { one, leaders, ctx }: Given) =>
  othersOf(one, ctx.actor.personId, { leaders, methodists: await holding('methodist')(tx, ctx) })
const half = ({ one }: Pick<OpenRoute, 'one'>) => one.personAgreedOn !== null || one.otherAgreedOn !== null

/** What both have agreed to has changed: nobody has agreed to what there is now. */
const nobodyAgrees = { personAgreedOn: null, otherAgreedOn: null, otherAgreedBy: null }
/** A yes is not taken away in silence: the others are told, and whoever has changed the steps reads it. */
const tellChanged = async (given: Given, tx: Tx) =>
  half(given)
    ? {
        ...({ kind: 'route.changed' } as const),
        to: await others(tx, given),
        params: { by: given.ctx.actor.name },
        nth: given.one.editVersion,
      }
    : null
type Changed = { readonly steps: number; readonly wasAgreed: boolean }
/** What every change of the steps does. */
const changing = { elsewhere, set: () => nobodyAgrees, tell: tellChanged }
const stepsFact = async (given: Given & { readonly made: Changed }, tx: Tx) => ({
  kind: 'route.changed' as const,
  facts: { ...(await whose(tx, given.ctx, given)), steps: given.made.steps },
})
const saidOf = (what: string, { wasAgreed }: Changed) => (wasAgreed ? `${what}. Согласие снято: согласуйте маршрут снова` : what)

/** A route is begun for what a person lacks: by the person, a methodist or whoever leads them. (T-32) */
export const beginRoute = opening(routes, routePeople, {
  at: paths.personRoute,
  permits: 'route.write',
  form: {},
  lacks: ({ held }) => [...kept(held), ...(held.lacks.length === 0 ? [no('route.nothingLacking')] : [])],
  there: async (_tx, { held }) => held.current?.id,
  values: ({ ctx, held }) => ({ personId: held.person.id, createdBy: ctx.actor.personId, createdAt: ctx.now }),
  fact: async ({ ctx, held, id }, tx) => ({
    kind: 'route.begun',
    subjectId: id,
    facts: { person: (await initialsOf(tx, ctx, [held.person.id]))(held.person.id) },
  }),
  done: 'Маршрут начат. Выберите шаги: их предлагает сеть',
  ask: { title: 'Индивидуальный маршрут', button: 'Составить маршрут' },
})

type NewStep = {
  readonly kind: 'event' | 'topic' | (typeof ownKinds)[number]
  readonly deficitId: string | null
  readonly title: string
  readonly eventId?: string
  readonly programmeId?: string
  readonly link?: string | null
  readonly dueOn?: Day | null
}
async function addSteps(tx: Tx, { ctx, one }: Given, before: number, added: readonly NewStep[]): Promise<Result<Changed>> {
  if (before + added.length > mostSteps) return refuseRule('route.tooMany')
  const rows = added.map((step) => ({ ...step, territoryId: ctx.territory.id, id: newId(), routeId: one.id }))
  await tx
    .insertInto('routeSteps')
    .values(rows as never)
    .execute()
  return ok({ steps: before + added.length, wasAgreed: half({ one }) })
}

/** Steps out of what the network offers for what the person lacks. */
export const takeOffers = deed(routes, 'change', {
  at: paths.routeOffers,
  permits: 'route.write',
  ...changing,
  lacks: kept,
  form: { offers: checkboxes<string>('Что предлагает сеть', chosenCodes('шаг')) },
  also: async (tx, given) => {
    const { ctx, one, lacks, input } = given
    if (input.offers.length === 0) return refuseRule('route.nothingChosen', { field: 'offers' })
    const steps = await stepsOf(tx, ctx, one.id)
    const known = new Map((await proposalsFor(tx, ctx, lacks, steps)).map((one) => [keyOf(one), one]))
    const chosen = [...new Set(input.offers)].map((key) => known.get(key))
    const found = chosen.filter((one) => one !== undefined)
    if (found.length < chosen.length) return refuseRule('route.offerGone', { field: 'offers' })
    return addSteps(
      tx,
      given,
      steps.length,
      found.map(({ offer, deficitId }) =>
        offer.kind === 'event'
          ? { kind: 'event', deficitId, title: offer.title, eventId: offer.id }
          : { kind: 'topic', deficitId, title: offer.title, programmeId: offer.programmeId ?? '' },
      ),
    )
  },
  fact: (given, tx) => stepsFact(given, tx),
  done: ({ made }) => saidOf('Шаги добавлены', made),
  ask: { title: 'Добавить из того, что предлагает сеть', button: 'Добавить отмеченные' },
})

/** A step that the network does not offer: a material, a course outside with its document, another diagnosis. */
export const addStep = deed(routes, 'change', {
  at: paths.routeSteps,
  permits: 'route.write',
  ...changing,
  lacks: kept,
  form: {
    kind: radios<(typeof ownKinds)[number]>('Что это', {
      what: 'что это за шаг',
      of: ownKinds,
      named: (kind) => kindWords[kind],
    }),
    title: line('Название', { most: 300 }),
    deficit: optionalSelect('Какой дефицит закроет', 36),
    link: lineRead('Ссылка', httpsLink, { hint: 'Для материала нужна; у курса и диагностики можно оставить пустой' }),
    dueOn: optionalDay('К какому дню'),
  },
  rule: ({ ctx, lacks, input }) => wrongStep(input, lacks, ctx.today),
  also: async (tx, given) => {
    const { kind, title, deficit: deficitId, link, dueOn } = given.input
    const steps = await stepsOf(tx, given.ctx, given.one.id)
    return addSteps(tx, given, steps.length, [{ kind, title, deficitId, link, dueOn }])
  },
  fact: (given, tx) => stepsFact(given, tx),
  done: ({ made }) => saidOf('Шаг добавлен', made),
  ask: { title: 'Добавить свой шаг', folded: true, button: 'Добавить', kind: 'secondary' },
})

const stepField = unseen('Шаг', idField<string>('Откройте маршрут заново'))

/** A step is left out again. */
export const removeStep = deed(routes, 'change', {
  at: paths.routeStepGone,
  permits: 'route.write',
  ...changing,
  form: { step: stepField },
  also: async (tx, { ctx, one, input }) => {
    const steps = await stepsOf(tx, ctx, one.id)
    const wrong = wrongRemoving(steps.find(({ id }) => id === input.step))
    if (wrong.length > 0) return refuseAll(wrong)
    await tx
      .deleteFrom('routeSteps')
      .where((is) => is.and({ territoryId: ctx.territory.id, routeId: one.id, id: input.step }))
      .execute()
    return ok<Changed>({ steps: steps.length - 1, wasAgreed: half({ one }) })
  },
  fact: (given, tx) => stepsFact(given, tx),
  done: ({ made }) => saidOf('Шаг убран', made),
  ask: { button: 'Убрать', kind: 'secondary', small: true },
})

/** «Согласовано»: the person and somebody of the others, each once; with the second it goes. */
export const agreeRoute = deed(routes, (opened) => (half(opened) ? 'activate' : 'agree'), {
  at: paths.routeAgreed,
  permits: 'route.write',
  elsewhere,
  lacks: (given) => [...kept(given), ...(hasAgreed(given.one, given.ctx.actor.personId) ? [no('route.agreedAlready')] : [])],
  also: async (tx, { ctx, one }) => {
    const steps = await stepsOf(tx, ctx, one.id)
    const wrong = wrongAgreeing(one, ctx.actor.personId, steps.length)
    return wrong.length > 0 ? refuseAll(wrong) : ok(null)
  },
  set: (given) => ({
    ...(given.ctx.actor.personId === given.one.personId
      ? { personAgreedOn: given.ctx.today }
      : { otherAgreedOn: given.ctx.today, otherAgreedBy: given.ctx.actor.personId }),
    ...(half(given) && { activeOn: given.ctx.today }),
  }),
  tell: async (given, tx) => ({
    kind: half(given) ? 'route.active' : 'route.toAgree',
    to: await others(tx, given),
    params: { by: given.ctx.actor.name },
    nth: given.one.editVersion,
  }),
  fact: async ({ ctx, now, ...given }, tx) => ({
    kind: now.state === 'active' ? 'route.active' : 'route.agreed',
    facts: { ...(await whose(tx, ctx, given)), by: ctx.actor.name },
  }),
  done: ({ one }) =>
    one.state === 'active' ? 'Маршрут согласован обеими сторонами и начался' : 'Согласовано с вашей стороны. Ждём другую',
  ask: {
    title: 'Согласие',
    text: 'Маршрут начнётся, когда согласятся обе стороны: сам человек и методист или тот, кто его ведёт.',
    button: 'Согласовано',
  },
})

/** Both write it anew: nobody has agreed to what it will be. */
export const reopenRoute = deed(routes, 'reopen', {
  at: paths.routeReopened,
  permits: 'route.write',
  elsewhere,
  lacks: kept,
  set: () => ({ ...nobodyAgrees, activeOn: null }),
  tell: async (given, tx) => ({
    ...{ kind: 'route.reopened', to: await others(tx, given) },
    params: { by: given.ctx.actor.name },
    nth: given.one.editVersion,
  }),
  fact: async ({ ctx, ...given }, tx) => ({ kind: 'route.reopened', facts: await whose(tx, ctx, given) }),
  done: 'Маршрут снова составляется. Потом его согласуют обе стороны',
  ask: {
    title: 'Изменить шаги',
    folded: true,
    text: 'Потом маршрут согласуют заново обе стороны.',
    button: 'Изменить',
    kind: 'secondary',
  },
})

/** The document of a course outside the network, as a methodist or whoever leads the person has seen it. */
export const noteCourse = deed(routes, 'note', {
  at: paths.routeDocument,
  permits: 'route.note',
  elsewhere,
  lacks: ({ ctx, one }) => (ctx.actor.personId === one.personId ? [no('route.ownDocument')] : []),
  form: {
    step: stepField,
    document: line('Документ', { most: 300, hint: 'Например: удостоверение № 114' }),
    documentOn: day('День документа'),
  },
  rule: ({ ctx, input }) => wrongCourse(input.documentOn, ctx.today),
  also: async (tx, { ctx, one, input: { step, document, documentOn } }) => {
    const wrong = wrongNoting((await stepsOf(tx, ctx, one.id)).find(({ id }) => id === step))
    if (wrong.length > 0) return refuseAll(wrong)
    await tx
      .updateTable('routeSteps')
      .set({ document, documentOn, seenBy: ctx.actor.personId })
      .where((is) => is.and({ territoryId: ctx.territory.id, routeId: one.id, id: step }))
      .execute()
    return ok(null)
  },
  fact: async ({ ctx, input, ...given }, tx) => ({
    kind: 'route.documentSeen',
    facts: { ...(await whose(tx, ctx, given)), document: input.document },
  }),
  done: 'Документ записан: шаг пройден',
  ask: { title: 'Записать документ курса', button: 'Записать документ', kind: 'secondary' },
})

/** Every step is done, or its deficit is closed: the facts have said so, and somebody closes the route. */
export const finishRoute = deed(routes, 'finish', {
  at: paths.routeDone,
  permits: 'route.write',
  elsewhere,
  also: async (tx, { ctx, one }) => (isThrough(await stepsOf(tx, ctx, one.id)) ? ok(null) : refuseRule('route.stepsLeft')),
  set: ({ ctx }) => ({ endedOn: ctx.today }),
  fact: async ({ ctx, ...given }, tx) => ({ kind: 'route.done', facts: await whose(tx, ctx, given) }),
  done: 'Маршрут пройден',
  ask: { title: 'Все шаги пройдены', button: 'Закончить маршрут' },
})

/** It goes no further, with a reason. */
export const stopRoute = deed(routes, 'stop', {
  at: paths.routeStopped,
  permits: 'route.write',
  elsewhere,
  form: { reason: area('Почему', { what: 'почему маршрут останавливают', most: 300, rows: 2, hint: 'Без сведений о здоровье' }) },
  set: ({ ctx, input }) => ({ endedOn: ctx.today, endReason: input.reason }),
  tell: async (given, tx) => ({
    ...{ kind: 'route.stopped', to: await others(tx, given) },
    params: { by: given.ctx.actor.name },
  }),
  fact: async ({ ctx, input, ...given }, tx) => ({
    kind: 'route.stopped',
    facts: { ...(await whose(tx, ctx, given)), reason: input.reason },
  }),
  done: 'Маршрут остановлен',
  ask: { title: 'Остановить', folded: true, button: 'Остановить', kind: 'warning' },
})
