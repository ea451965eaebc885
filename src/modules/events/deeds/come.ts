import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { EventPlaceId, PersonId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { row, unseen } from '../../../kit/form/fields.ts'
import type { Told } from '../../../kit/told.ts'
import { choice, idField } from '../../../web/fields.ts'
import { personSubject } from '../../people/subject-queries.ts'
import { events, type OpenEvent } from '../case.ts'
import { askedToRelease } from '../lessons.ts'
import type { PlaceState } from '../machine.ts'
import { paths } from '../paths.ts'
import { refreshPublic } from '../public.ts'
import { freePlaces, mayStillCome, mayTakePlace, notElsewhere, placeFor } from '../rules.ts'
import { sendLink } from '../secrets.ts'
import {
  changePlaces,
  clashesOf,
  fillFromQueue,
  lockedEvent,
  lockPlacesOf,
  movePlace,
  organisationFor,
  placeOf,
  placesOf,
  placesTaken,
  someWait,
} from '../store.ts'
import { eventWords } from '../when.ts'

const stillComing = ({ one, ctx }: Pick<OpenEvent, 'one'> & { ctx: Ctx }) => mayStillCome(one, ctx.now)
const words = ({ one, ctx }: Pick<OpenEvent, 'one'> & { ctx: Ctx }) => eventWords(one, ctx.territory)

/** Whoever answers by a link has not signed in: history tells that apart. */
const answeredBy = ({ actor }: Ctx) => ({ person: actor.name, byLink: actor.accountId === null })

type Taken = { readonly state: PlaceState; readonly up: readonly PersonId[] }

/**
 * Takes a place for whoever asks, or the next number in the queue. What is known of the person is asked before the event is locked, so that of many who
 * ask at once each holds it for a moment only.
 */
async function take(tx: Tx, given: OpenEvent & { ctx: Ctx }): Promise<Result<Taken>> {
  const { ctx } = given
  const { personId } = ctx.actor
  await lockPlacesOf(tx, ctx, personId)
  const [clash, own] = await Promise.all([clashesOf(tx, ctx, personId, given.one), organisationFor(tx, ctx, given, personId)])
  const one = await lockedEvent(tx, ctx, given.one.id)
  const [before, taken, waits] = await Promise.all([
    placeOf(tx, ctx, one.id, personId),
    placesTaken(tx, ctx, one),
    someWait(tx, ctx, one.id),
  ])
  const late = mayStillCome(one, ctx.now)
  if (late.length > 0) return refuseAll(late)
  // Whoever waits comes first, also when places have got free since.
  const up = waits && freePlaces(taken, true, ctx.today) !== 0 ? await fillFromQueue(tx, ctx, one) : []
  if (before?.state === 'confirmed' || up.includes(personId)) return ok({ state: 'confirmed', up })
  if (before?.state === 'waiting') return ok({ state: before.state, up })
  const clashes = notElsewhere(clash)
  if (clashes.length > 0) return refuseAll(clashes)
  const now = up.length > 0 ? await placesTaken(tx, ctx, one) : taken
  const moved = await movePlace(tx, ctx, { eventId: one.id, personId, before }, placeFor(now, own.attached, ctx.today), own)
  if (!moved.ok) return moved
  if (moved.value === 'confirmed' || up.length > 0) await refreshPublic(tx, ctx, [one.id])
  return ok({ state: moved.value, up })
}

/** Opened without a lock: whoever takes a place locks the event themselves, late. */
const eventsOpened = { ...events, lock: events.open }

/** Takes a place, also one that was offered; without a free one, a number in the queue. (X-E1) */
export const takePlace = deed(eventsOpened, null, {
  at: paths.eventPlace,
  permits: 'event.attend',
  lacks: (given) => [...mayTakePlace(given.ctx.actor.headsSites.includes(given.site.id)), ...stillComing(given)],
  also: take,
  tell: async (given, tx): Promise<readonly Told[]> => [
    ...(await askedToRelease(
      tx,
      given.ctx,
      given.one,
      await placeOf(tx, given.ctx, given.one.id, given.ctx.actor.personId),
      given.ctx.actor.name,
    )),
    { kind: 'event.movedUp', to: given.made.up, params: words(given) },
  ],
  fact: ({ ctx, made }) => ({
    kind: made.state === 'confirmed' ? 'event.placeTaken' : 'event.queued',
    facts: answeredBy(ctx),
  }),
  done: ({ made }) =>
    made.state === 'confirmed'
      ? 'Место за вами. Ждём вас'
      : 'Мест сейчас нет: вы в очереди. Когда место освободится, оно станет вашим, и вам сообщат',
  ask: { button: 'Записаться' },
})

/** Gives a place, a number in the queue or an offer back; what gets free goes to the first who waits. */
export const giveUpPlace = deed(events, null, {
  at: paths.eventPlaceGiven,
  permits: 'event.attend',
  anyStanding: true,
  lacks: stillComing,
  also: async (tx, { one, ctx }) => {
    const before = await placeOf(tx, ctx, one.id, ctx.actor.personId)
    if (!before) return refuseRule('event.noPlace')
    const action = before.state === 'offered' ? 'decline' : 'withdraw'
    const moved = await movePlace(tx, ctx, { eventId: one.id, personId: before.personId, before }, action)
    if (!moved.ok) return moved
    const up = await fillFromQueue(tx, ctx, one)
    await refreshPublic(tx, ctx, [one.id])
    return ok({ before, up })
  },
  tell: (given) => [
    { kind: 'event.movedUp', to: given.made.up, params: words(given) },
    { kind: 'event.declined', to: [given.made.before.sentBy], params: { ...words(given), person: given.ctx.actor.name } },
  ],
  fact: ({ ctx }) => ({ kind: 'event.placeGivenUp', facts: answeredBy(ctx) }),
  done: ({ made }) => (made.before.state === 'offered' ? 'Приглашение отклонено' : 'Вы больше не записаны'),
  ask: { button: 'Отказаться от места', kind: 'secondary', small: true },
})

/** The head of a school asks one of their own people to come; only the person's own yes takes a place. */
export const offerPlace = deed(events, null, {
  at: paths.eventOffers,
  permits: 'event.send',
  lacks: stillComing,
  form: { personId: row<PersonId>('Кого направить', { what: 'человека' }) },
  also: async (tx, given) => {
    const {
      one,
      ctx,
      input: { personId },
    } = given
    if (personId === ctx.actor.personId) return refuseRule('event.sendsOthers', { field: 'personId' })
    const subject = await personSubject(tx, ctx, personId)
    if (!subject?.organisationIds?.some((id) => ctx.actor.headsOrganisations.includes(id)))
      return refuseRule('event.ownPeopleOnly', { field: 'personId' })
    const before = await placeOf(tx, ctx, one.id, personId)
    if (before && before.state !== 'declined' && before.state !== 'withdrawn')
      return refuseRule('event.comesAlready', { field: 'personId' })
    const own = await organisationFor(tx, ctx, given, personId)
    const letsGo = { released: true, releasedBy: ctx.actor.personId, releasedAt: ctx.now }
    const more = { ...own, sentBy: ctx.actor.personId, ...(one.takesLessons && letsGo) }
    const moved = await movePlace(tx, ctx, { eventId: one.id, personId, before }, 'offer', more)
    if (!moved.ok) return moved
    const [clash] = await clashesOf(tx, ctx, personId, one)
    return ok({ clash: clash?.title ?? null, isSent: await sendLink(tx, ctx, one, personId) })
  },
  tell: (given) => ({ kind: 'event.offered', to: [given.input.personId], params: { ...words(given), by: given.ctx.actor.name } }),
  fact: ({ ctx }) => ({ kind: 'event.offered', facts: { by: ctx.actor.name } }),
  done: ({ made: { clash, isSent } }) =>
    [
      isSent
        ? 'Приглашение отправлено на почту педагога.'
        : 'Педагог увидит приглашение в своих делах; без учётной записи ответит по ссылке, её даёт кнопка «Ссылка для ответа».',
      `Место займётся, когда он согласится${clash ? `; в это время он записан на «${clash}»` : ''}`,
    ].join(' '),
  ask: {
    title: 'Направить своего педагога',
    folded: true,
    text: 'Место займётся, когда педагог согласится. С уроков вы его этим отпускаете.',
    button: 'Направить',
    kind: 'secondary',
  },
})

/** The head of a school says whether a person is let go from the lessons; the place stays the person's to keep or to give up. */
export const releasePerson = deed(events, null, {
  at: paths.eventReleases,
  permits: 'event.send',
  anyStanding: true,
  lacks: stillComing,
  form: {
    place: unseen('Кого', idField<EventPlaceId>('Откройте страницу заново')),
    answer: unseen('Ответ', choice('ответ', ['yes', 'no'])),
  },
  also: async (tx, { one, ctx, input }) => {
    const place = (await placesOf(tx, ctx, one.id)).find(({ id }) => id === input.place)
    const mine = place?.organisationId != null && ctx.actor.headsOrganisations.includes(place.organisationId)
    if (!place || !mine) return refuse({ code: 'notFound' })
    const released = { released: input.answer === 'yes', releasedBy: ctx.actor.personId, releasedAt: ctx.now }
    await changePlaces(tx, ctx, [place.id], released)
    return ok(place)
  },
  tell: (given) => ({
    kind: given.input.answer === 'yes' ? 'event.released' : 'event.notReleased',
    to: [given.made.personId],
    params: { ...words(given), by: given.ctx.actor.name },
  }),
  fact: ({ ctx, input }) => ({
    kind: input.answer === 'yes' ? 'event.released' : 'event.notReleased',
    facts: { by: ctx.actor.name },
  }),
  done: ({ input }) =>
    input.answer === 'yes' ? 'Вы отпустили человека с уроков, ему сообщено' : 'Отказ записан, человеку сообщено',
  ask: { button: 'Отпускаю', small: true },
})
