import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { newSecret } from '../../../kernel/ids.ts'
import { ok, refuseAll } from '../../../kernel/result.ts'
import type { Instant, PersonId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { area, type ValueOf } from '../../../kit/form/fields.ts'
import { opening } from '../../../kit/opening.ts'
import type { Told } from '../../../kit/told.ts'
import { calendarOn } from '../../calendar/queries.ts'
import { oddityWords } from '../../calendar/rules.ts'
import { lineInForce } from '../../plans/queries.ts'
import { events, type OpenEvent, plannedLines } from '../case.ts'
import { eventForm } from '../form.ts'
import { askedAnew, toldUp } from '../lessons.ts'
import { paths } from '../paths.ts'
import { publishEvent, refreshPublic } from '../public.ts'
import { mayCallOff, mayPlanOn, retimed, wrongEvent, wrongWay } from '../rules.ts'
import { fillFromQueue, placesOf, placesTaken, presentAt } from '../store.ts'
import { eventWords, hoursOf, timesOf, whenWords } from '../when.ts'

type Typed = ValueOf<typeof eventForm>

const timed = (input: Typed, ctx: Ctx) => ({ ...input, ...timesOf(input, ctx.territory) })
const stored = (input: Typed, ctx: Ctx) => {
  const { day: _day, from: _from, until: _until, ...rest } = timed(input, ctx)
  return rest
}

/** Plans an event of a line of the plan in force; people see it when it is announced. (X-E1) */
export const planEvent = opening(events, plannedLines, {
  at: paths.lineEvents,
  permits: 'event.run',
  form: eventForm,
  begins: ({ held: { activity, startsOn } }) => ({ title: activity, day: startsOn }),
  lacks: ({ held }) => mayPlanOn(held),
  rule: ({ ctx, held: { within, form, site }, input }) => [
    ...wrongEvent(timed(input, ctx), { within, confirmed: 0, today: ctx.today }),
    ...wrongWay(site.regulation, form, input),
  ],
  values: ({ ctx, held, input }) => ({
    ...stored(input, ctx),
    siteId: held.site.id,
    planId: held.planId,
    lineKey: held.key,
    form: held.form,
    pressKey: newSecret().slice(0, 16),
    createdBy: ctx.actor.personId,
    createdAt: ctx.now,
  }),
  fact: ({ ctx, input }) => ({
    kind: 'event.planned',
    facts: { title: input.title, when: whenWords(timed(input, ctx), ctx.territory) },
  }),
  done: 'Мероприятие подготовлено. Проверьте и объявите: до этого его видит только площадка',
  ask: { title: 'Назначить мероприятие', button: 'Подготовить' },
})

type Held = Pick<OpenEvent['one'], 'startsAt' | 'endsAt' | 'room' | 'link'>
/** Whether those who come have to know: another time, another place, and it is still ahead. */
const isMoved = (one: Held, other: Held, now: Instant) =>
  other.endsAt > now && (retimed(one, other) || one.room !== other.room || one.link !== other.link)

/** Who has to do with an event and has not said no. */
export async function peopleOfEvent(tx: Tx, ctx: Ctx, event: OpenEvent['one']): Promise<PersonId[]> {
  const places = await placesOf(tx, ctx, event.id)
  return places.filter(({ state }) => state !== 'declined' && state !== 'withdrawn').map(({ personId }) => personId)
}

/** Changes an event; those who come are told of another time or place, and the queue moves up when there is more room. */
export const changeEvent = deed(events, 'change', {
  at: paths.eventEdit,
  permits: 'event.run',
  form: eventForm,
  begins: ({ one, ctx }) => ({ ...one, ...hoursOf(one, ctx.territory) }),
  elsewhere: { rule: 'event.isOver' },
  rule: ({ one, site, input }) => wrongWay(site.regulation, one.form, input),
  also: async (tx, { ctx, one, input }) => {
    const [line, taken, calendar] = await Promise.all([
      lineInForce(tx, ctx, one.lineKey),
      placesTaken(tx, ctx, one),
      calendarOn(tx, ctx, [input.day]),
    ])
    const wrong = wrongEvent(timed(input, ctx), { within: line?.within ?? null, confirmed: taken.confirmed, today: ctx.today })
    return wrong.length > 0
      ? refuseAll(wrong)
      : ok({ moved: isMoved(one, timed(input, ctx), ctx.now), odd: oddityWords(calendar, input.day) })
  },
  set: ({ input, ctx }) => stored(input, ctx),
  follow: async (tx, given) => {
    const { now, ctx, one, made } = given
    const up = now.state === 'open' ? await fillFromQueue(tx, ctx, now) : []
    await publishEvent(tx, ctx, { ...given, one: now })
    const params = eventWords(now, ctx.territory)
    const told: Told[] = [...toldUp(up, params), ...(await askedAnew(tx, ctx, one, now))]
    if (made.moved && one.state === 'open')
      told.push({ kind: 'event.moved', to: await peopleOfEvent(tx, ctx, now), params, nth: now.editVersion })
    return ok({ told })
  },
  fact: ({ now, ctx }) => ({ kind: 'event.changed', facts: { title: now.title, when: whenWords(now, ctx.territory) } }),
  done: ({ made: { odd } }) => ['Мероприятие сохранено', odd && `Учтите календарь территории: ${odd}`].filter(Boolean).join('. '),
  ask: { title: 'Изменить', opens: 'Изменить время, место и число мест' },
})

/** Announces it: from now on people may take places. */
export const announceEvent = deed(events, 'open', {
  at: paths.eventEdit,
  permits: 'event.run',
  form: eventForm,
  after: changeEvent,
  follow: async (tx, given) => {
    await publishEvent(tx, given.ctx, { ...given, one: given.now })
    return ok({})
  },
  fact: ({ one, ctx }) => ({ kind: 'event.announced', facts: { title: one.title, when: whenWords(one, ctx.territory) } }),
  done: 'Мероприятие объявлено: на него можно записаться',
})

/** Calls an event off, with the reason; everybody who was to come is told. */
export const cancelEvent = deed(events, 'cancel', {
  at: paths.eventCancel,
  permits: 'event.run',
  anyStanding: true,
  form: { cancelReason: area('Почему не состоится', { what: 'причину', most: 1000, rows: 2 }) },
  also: async (tx, { one, ctx }) => {
    const wrong = mayCallOff((await presentAt(tx, ctx, one.id)).length)
    return wrong.length > 0 ? refuseAll(wrong) : ok(null)
  },
  set: ({ input }) => input,
  follow: async (tx, { one, ctx }) => {
    await refreshPublic(tx, ctx, [one.id])
    return ok({})
  },
  tell: async ({ one, ctx, input }, tx) => ({
    kind: 'event.cancelled',
    to: one.state === 'open' ? await peopleOfEvent(tx, ctx, one) : [],
    params: { title: one.title, when: whenWords(one, ctx.territory), reason: input.cancelReason },
  }),
  fact: ({ one, input }) => ({ kind: 'event.cancelled', facts: { title: one.title, reason: input.cancelReason } }),
  done: 'Мероприятие отменено, участникам сообщено',
  ask: { title: 'Отменить мероприятие', folded: true, button: 'Отменить мероприятие', kind: 'warning' },
})
