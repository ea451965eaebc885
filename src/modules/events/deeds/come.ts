import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { EventPlaceId, PersonId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { row, unseen } from '../../../kit/form/fields.ts'
import type { Told } from '../../../kit/told.ts'
import { choice, idField } from '../../../web/fields.ts'
import { personSubject } from '../../people/subject-queries.ts'
import { events, type OpenEvent } from '../case.ts'
import { askedToRelease, toldUp } from '../lessons.ts'
import { type PlaceState, placeMachine } from '../machine.ts'
import { paths } from '../paths.ts'
import { refreshPublic } from '../public.ts'
import { freePlaces, headsTheirs, holdsPlace, mayStillCome, mayTakePlace, notElsewhere, placeFor } from '../rules.ts'
import { sendLink } from '../secrets.ts'
import {
  addPlaces,
  changePlaces,
  clashesOf,
  fillFromQueue,
  lockedEvent,
  lockPlacesOf,
  type MovedUp,
  movePlace,
  type NewPlace,
  organisationFor,
  organisationsFor,
  placeOf,
  placesOf,
  placesOfPeople,
  placesTaken,
} from '../store.ts'
import { eventWords } from '../when.ts'

const stillComing = ({ one, ctx }: Pick<OpenEvent, 'one'> & { ctx: Ctx }) => mayStillCome(one, ctx.now)
const words = ({ one, ctx }: Pick<OpenEvent, 'one'> & { ctx: Ctx }) => eventWords(one, ctx.territory)

/** Whoever answers by a link has not signed in: history tells that apart. */
const answeredBy = ({ actor }: Ctx) => ({ person: actor.name, byLink: actor.accountId === null })

type Taken = { readonly state: PlaceState; readonly up: readonly MovedUp[] }

type Asking = OpenEvent & { readonly ctx: Ctx }

/**
 * Takes a place for everybody who asks, in their order, or the next number in the queue. What is known of the people is asked before the event is locked,
 * so that it is held for a moment only.
 */
async function take(tx: Tx, all: readonly Asking[]): Promise<readonly Result<Taken>[]> {
  const [first] = all
  if (!first) return []
  const { ctx } = first
  const people = all.map(({ ctx }) => ctx.actor.personId)
  await lockPlacesOf(tx, ctx, people)
  const clashes = await clashesOf(tx, ctx, people, first.one)
  const employedIn = await organisationsFor(tx, ctx, first, people)
  const one = await lockedEvent(tx, ctx, first.one.id)
  const before = new Map((await placesOfPeople(tx, ctx, one.id, people)).map((place) => [place.personId, place]))
  let taken = await placesTaken(tx, ctx, one)
  /** Whether somebody gets a place or a number at all, however many places there are. */
  const mayAsk = ({ ctx: { actor, now } }: Asking): Result<null> => {
    const late = mayStillCome(one, now)
    if (late.length > 0) return refuseAll(late)
    const was = before.get(actor.personId)
    if (was && holdsPlace(was.state)) return ok(null)
    const clash = clashes.get(actor.personId)
    const elsewhere = notElsewhere(clash ? [clash] : [])
    if (elsewhere.length > 0) return refuseAll(elsewhere)
    const may = move(placeMachine, was?.state ?? 'withdrawn', 'take')
    return may.ok ? ok(null) : may
  }
  // Whoever waits comes first, also when places have got free since; where everybody is refused nothing is written.
  const asks = all.some((one) => mayAsk(one).ok)
  const up = asks && taken.waits && freePlaces(taken, true, ctx.today) !== 0 ? await fillFromQueue(tx, ctx, one) : []
  if (up.length > 0) taken = await placesTaken(tx, ctx, one)

  const decided = new Map<PersonId, PlaceState>()
  const added: NewPlace[] = []
  const decide = async (asking: Asking): Promise<Result<PlaceState>> => {
    const may = mayAsk(asking)
    if (!may.ok) return may
    const { actor, now, today } = asking.ctx
    const { personId } = actor
    const was = before.get(personId)
    const has = decided.get(personId) ?? (up.some((one) => one.personId === personId) ? 'confirmed' : was?.state)
    if (has === 'confirmed' || has === 'waiting') return ok(has)
    const own = employedIn(personId)
    const gets = placeFor(taken, own.attached, today)
    const number = taken.last + 1
    const next = was
      ? await movePlace(tx, { territory: ctx.territory, now }, { eventId: one.id, personId, before: was }, gets, {
          ...own,
          number,
        })
      : move(placeMachine, 'withdrawn', gets)
    if (!next.ok) return next
    if (!was) added.push({ personId, ...own, state: next.value, number, askedAt: now })
    decided.set(personId, next.value)
    const takes = next.value === 'confirmed' ? 1 : 0
    taken = {
      ...{ ...taken, last: number, confirmed: taken.confirmed + takes },
      ofAttached: taken.ofAttached + (own.attached ? takes : 0),
    }
    return ok(next.value)
  }
  const states: Result<PlaceState>[] = []
  for (const asking of all) states.push(await decide(asking))
  await addPlaces(tx, ctx, one.id, added)
  if (up.length > 0 || [...decided.values()].includes('confirmed')) await refreshPublic(tx, ctx, [one.id])
  // Those who moved up are told once.
  const telling = states.findIndex(({ ok }) => ok)
  return states.map((state, n) => (state.ok ? ok({ state: state.value, up: n === telling ? up : [] }) : state))
}

/** The same for one. */
const takeOne = async (tx: Tx, given: Asking): Promise<Result<Taken>> =>
  (await take(tx, [given]))[0] ?? refuse({ code: 'notFound' })

/** Opened without a lock: whoever takes a place locks the event themselves, late. */
const eventsOpened = { ...events, lock: events.open }

/** Takes a place, also one that was offered; without a free one, a number in the queue. (X-E1) */
export const takePlace = deed(eventsOpened, null, {
  at: paths.eventPlace,
  permits: 'event.attend',
  lacks: (given) => [...mayTakePlace(given.ctx.actor.headsSites.includes(given.site.id)), ...stillComing(given)],
  also: takeOne,
  together: take,
  tell: async (given, tx): Promise<readonly Told[]> => [
    ...(await askedToRelease(
      tx,
      given.ctx,
      given.one,
      given.one.takesLessons ? await placeOf(tx, given.ctx, given.one.id, given.ctx.actor.personId) : undefined,
      given.ctx.actor.name,
    )),
    ...toldUp(given.made.up, words(given)),
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
    ...toldUp(given.made.up, words(given)),
    {
      kind: 'event.declined',
      to: [given.made.before.sentBy],
      params: { ...words(given), person: given.ctx.actor.name },
      nth: given.made.before.number,
    },
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
    const clash = (await clashesOf(tx, ctx, [personId], one)).get(personId)
    const number = (await placeOf(tx, ctx, one.id, personId))?.number ?? 0
    return ok({ number, clash: clash?.title ?? null, isSent: await sendLink(tx, ctx, one, personId) })
  },
  // Asked again after a no, one has another number.
  tell: (given) => ({
    kind: 'event.offered',
    to: [given.input.personId],
    params: { ...words(given), by: given.ctx.actor.name },
    nth: given.made.number,
  }),
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
    if (!place || !headsTheirs(ctx, place)) return refuse({ code: 'notFound' })
    const released = input.answer === 'yes'
    const isNew = place.released !== released
    const answers = place.answers + (isNew ? 1 : 0)
    await changePlaces(tx, ctx, [place.id], { released, releasedBy: ctx.actor.personId, releasedAt: ctx.now, answers })
    return ok({ ...place, isNew, answers })
  },
  tell: (given) => ({
    kind: given.input.answer === 'yes' ? 'event.released' : 'event.notReleased',
    to: given.made.isNew ? [given.made.personId] : [],
    params: { ...words(given), by: given.ctx.actor.name },
    nth: given.made.answers,
  }),
  fact: ({ ctx, input }) => ({
    kind: input.answer === 'yes' ? 'event.released' : 'event.notReleased',
    facts: { by: ctx.actor.name },
  }),
  done: ({ input, made }) =>
    input.answer === 'no'
      ? 'Отказ записан, человеку сообщено'
      : `Вы отпустили человека с уроков, ему сообщено${made.state === 'confirmed' ? '. Проект об освобождении и список замен — вверху страницы' : ''}`,
  ask: { button: 'Отпускаю', small: true },
})
