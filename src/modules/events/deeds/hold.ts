import { z } from 'zod'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { type CheckedFile, usualFiles } from '../../../files/check.ts'
import type { Fact } from '../../../history/facts.ts'
import { newId } from '../../../kernel/ids.ts'
import { counted } from '../../../kernel/plural.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { EventPlaceId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { checkbox, files, lineRead, optionalArea, optionalLine, radios, unseen } from '../../../kit/form/fields.ts'
import { optionalWhole } from '../../../web/fields.ts'
import { executionsOf, lockPlan, writeExecution } from '../../plans/queries.ts'
import { events, type OpenEvent } from '../case.ts'
import { paths } from '../paths.ts'
import { refreshPublic } from '../public.ts'
import { heldOfLine } from '../queries.ts'
import { correctsFor, mayAnswer, mayClose, mayCorrect, mayMark, mayPress, mayTakePlace, noteWith } from '../rules.ts'
import { changePlaces, type Place, placeOf, placesOf, presentAt, writeThere } from '../store.ts'
import { hoursOf } from '../when.ts'

const placeIds = z.preprocess(
  (sent) => (sent === undefined ? [] : [sent].flat()),
  z.array(z.uuid()).max(5000),
) as unknown as z.ZodType<readonly EventPlaceId[]>

/** Writes what the lists say of the line into its report: the last day, and how many came in all. */
export async function reported(
  tx: Tx,
  ctx: Ctx,
  { one, files }: OpenEvent & { files: readonly CheckedFile[] },
): Promise<Result<Fact[]>> {
  const plan = await lockPlan(tx, ctx, one.planId)
  if (!plan) return refuse({ code: 'notFound' })
  const { people, cameFrom, lastAt } = await heldOfLine(tx, ctx, one.planId, one.lineKey)
  if (lastAt === null) return ok([])
  const { day } = hoursOf({ startsAt: lastAt, endsAt: lastAt }, ctx.territory)
  const before = (await executionsOf(tx, ctx.territory.id, one.planId)).get(one.lineKey)
  const given = {
    outcome: 'held' as const,
    heldOn: day,
    peopleCount: people,
    cameFrom,
    note: noteWith(before?.note ?? null, one.note),
    files,
  }
  return writeExecution(tx, ctx, plan, { ...given, planId: one.planId, lineKey: one.lineKey, base: null })
}

/** Marks who was there. Sent twice it is marked once: a list says of each person on it whether they came, and nothing of others. */
export const markPresent = deed(events, ({ one }) => (one.state === 'closed' ? 'correct' : null), {
  at: paths.eventList,
  permits: 'event.run',
  anyStanding: true,
  anyVersion: true,
  form: {
    shown: unseen('Список', placeIds),
    /** Who was marked when the list was shown: what others have marked since stays. */
    was: unseen('Кто был отмечен', placeIds),
    present: unseen('Кто был', placeIds),
    /** Whose signature the code of a printed row led here from. */
    paper: unseen('Кто по листу', placeIds),
    reason: optionalLine('Почему исправляете', { most: 500 }),
  },
  lacks: ({ one, ctx }) => [...mayMark(one, ctx.now), ...mayCorrect(one.closedOn, ctx.today)],
  rule: ({ one, input }) => correctsFor(one.closedOn, input.reason),
  also: async (tx, { one, ctx, input }) => {
    const places = (await placesOf(tx, ctx, one.id)).filter(({ id }) => input.shown.includes(id))
    const pressed = ({ id, present }: Place) => input.present.includes(id) !== input.was.includes(id) || present === null
    const changed = places.filter((place) => pressed(place) && place.present !== input.present.includes(place.id))
    const marked = { markedBy: ctx.actor.personId, markedAt: ctx.now }
    const how = ({ id }: Place) =>
      !input.present.includes(id) ? 'absent' : input.paper.includes(id) ? 'presentByPaper' : 'presentByList'
    for (const [known, of] of Map.groupBy(changed, how))
      await changePlaces(
        tx,
        ctx,
        of.map(({ id }) => id),
        { ...marked, present: known !== 'absent', knownBy: known === 'presentByPaper' ? 'paper' : 'list' },
      )
    const present = (await presentAt(tx, ctx, one.id)).length
    return ok({ changed: changed.length, present })
  },
  idle: ({ made }) => made.changed === 0,
  follow: async (tx, given) => {
    if (given.one.state !== 'closed' || given.made.changed === 0) return ok({})
    const facts = await reported(tx, given.ctx, given)
    return facts.ok ? ok({ facts: facts.value }) : facts
  },
  fact: ({ made, input }) =>
    made.changed === 0 ? null : { kind: 'event.marked', facts: { present: made.present, reason: input.reason } },
  done: ({ made: { present } }) =>
    present === 0 ? 'Список сохранён: пока никто не отмечен' : `Отмечено: ${counted(present, 'человек', 'человека', 'человек')}`,
  ask: { button: 'Сохранить список' },
})

/** One's own word that one is there: from the code in the room, or from the link. Somebody without a place is written down too. */
export const pressHere = deed(events, null, {
  at: paths.eventHere,
  permits: 'event.attend',
  anyStanding: true,
  lacks: ({ one, ctx, site }) => [...mayTakePlace(ctx.actor.headsSites.includes(site.id)), ...mayPress(one, ctx.now)],
  form: { key: unseen('Код', z.string().max(100).optional()) },
  also: async (tx, given) => {
    const { one, ctx, input } = given
    if (input.key !== one.pressKey) return refuseRule('event.wrongCode')
    return writeThere(tx, given, ctx.actor.personId, 'self')
  },
  fact: ({ ctx }) => ({ kind: 'event.pressed', facts: { person: ctx.actor.name } }),
  done: 'Отмечено: вы здесь',
  ask: { button: 'Я здесь' },
})

/** Closes an event: who was there becomes the report on the line of the plan, and nobody types a number. (R-A3r) */
export const closeEvent = deed(events, 'close', {
  at: paths.eventClose,
  permits: 'event.run',
  anyStanding: true,
  form: {
    guests: lineRead('Гостей сверх списка', optionalWhole('сколько гостей', 0, 100_000), {
      width: 5,
      hint: 'Людей, которых нет в списке поимённо; можно оставить пустым',
      inputMode: 'decimal',
    }),
    guestsAgain: checkbox('Гостей действительно столько'),
    note: optionalArea('Примечание', { most: 1000, rows: 2 }),
    papers: files('Лист участников с подписями', {
      limits: { ...usualFiles, kinds: ['jpg', 'png', 'pdf'] },
      hint: 'Фотографии бумажного листа, если он был: JPG, PNG или PDF, до 20 МБ каждая, не больше пяти. Детей на снимке быть не должно',
      accept: '.jpg,.jpeg,.png,.pdf',
      multiple: true,
    }),
  },
  also: async (tx, { one, ctx, input }) => {
    const present = (await presentAt(tx, ctx, one.id)).length
    const wrong = mayClose(one, { present, guests: input.guests ?? 0, guestsAgain: input.guestsAgain }, ctx.now)
    return wrong.length > 0 ? refuseAll(wrong) : ok({ present })
  },
  set: ({ input: { guests, note }, ctx }) => ({ guests: guests ?? 0, note, closedOn: ctx.today }),
  follow: async (tx, given) => {
    const facts = await reported(tx, given.ctx, { ...given, one: given.now })
    await refreshPublic(tx, given.ctx, [given.one.id])
    return facts.ok ? ok({ facts: facts.value }) : facts
  },
  tell: async ({ one, ctx }, tx) => ({
    kind: 'event.asksAnswers',
    to: (await presentAt(tx, ctx, one.id)).map(({ personId }) => personId),
    params: { title: one.title },
  }),
  fact: ({ one, made, input }) => ({
    kind: 'event.held',
    facts: { title: one.title, present: made.present, guests: input.guests ?? 0 },
  }),
  done: 'Мероприятие закрыто: в плане отмечено, что оно проведено',
  ask: { title: 'Закрыть мероприятие', button: 'Закрыть: оно состоялось' },
})

const usefulWords = { 4: 'Да, очень', 3: 'Скорее да', 2: 'Скорее нет', 1: 'Нет' } as const
const usefulness = ['4', '3', '2', '1'] as const
const triesWords = { yes: 'Да', maybe: 'Подумаю', no: 'Нет' } as const
const tryings = ['yes', 'maybe', 'no'] as const

/** Three answers of somebody who was there. What they say is kept apart from who said it. */
export const giveAnswers = deed(events, null, {
  at: paths.eventAnswers,
  permits: 'event.attend',
  anyStanding: true,
  form: {
    useful: radios('1. Было полезно?', {
      what: 'ответ, было ли полезно',
      of: usefulness,
      named: (value) => usefulWords[value],
    }),
    tries: radios('2. Попробуете у себя?', {
      what: 'ответ, попробуете ли у себя',
      of: tryings,
      named: (value) => triesWords[value],
    }),
    words: optionalArea('3. Чего не хватило?', { most: 1000, rows: 3, hint: 'Можно не отвечать' }),
  },
  also: async (tx, { one, ctx, input: { useful, tries, words } }) => {
    const place = await placeOf(tx, ctx, one.id, ctx.actor.personId)
    const wrong = mayAnswer({ present: place?.present ?? null, answered: place?.answeredAt != null })
    if (wrong.length > 0 || !place) return refuseAll(wrong)
    await changePlaces(tx, ctx, [place.id], { answeredAt: ctx.now })
    const answer = { useful: Number(useful), tries, words }
    await tx
      .insertInto('eventAnswers')
      .values({ territoryId: ctx.territory.id, id: newId(), eventId: one.id, ...answer })
      .execute()
    return ok(null)
  },
  fact: () => null,
  done: 'Спасибо: ответы увидит ведущий, без вашего имени',
  ask: { title: 'Три вопроса о мероприятии', button: 'Ответить' },
})
