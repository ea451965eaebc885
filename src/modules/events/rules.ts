import { addDays, shortDate } from '../../kernel/dates.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, Instant, OrganisationId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { onlyRemote, remoteWork } from '../../regulation/work/questions.ts'
import type { EventState, PlaceState } from './machine.ts'

/** How many have answered before answers are shown: fewer would tell who said what. */
export const leastAnswers = 5
/** For so many days after an event is closed its list may be corrected. */
export const correctionDays = 14
/** One's own press counts from so long before the beginning until so long after the end. */
const pressMinutes = { before: 30, after: 60 }

/** The places of an event and how they are taken. */
export type Places = {
  /** Null: no limit. */
  readonly places: number | null
  /** So many of them wait for people of attached organisations until the end of this day. */
  readonly keptPlaces: number | null
  readonly keptUntil: Day | null
  readonly confirmed: number
  readonly ofAttached: number
}

/** How many places there still are for somebody; null: as many as come. Places kept for the attached are nobody else's until their day is over. */
export function freePlaces({ places, keptPlaces, keptUntil, confirmed, ofAttached }: Places, isAttached: boolean, today: Day) {
  if (places === null) return null
  const kept = isAttached || keptUntil === null || today > keptUntil ? 0 : Math.max(0, (keptPlaces ?? 0) - ofAttached)
  return Math.max(0, places - confirmed - kept)
}

/** What somebody gets who asks for a place now. */
export const placeFor = (places: Places, isAttached: boolean, today: Day): 'take' | 'queue' =>
  freePlaces(places, isAttached, today) === 0 ? 'queue' : 'take'

/** Those of the queue for whom there are places now, in the order in which they came; one who may not take a kept place lets the next one pass. */
export function movedUp<One extends { readonly attached: boolean }>(places: Places, queue: readonly One[], today: Day): One[] {
  const taken = { confirmed: places.confirmed, ofAttached: places.ofAttached }
  return queue.filter(({ attached }) => {
    if (placeFor({ ...places, ...taken }, attached, today) === 'queue') return false
    taken.confirmed += 1
    if (attached) taken.ofAttached += 1
    return true
  })
}

type Times = { readonly startsAt: Instant; readonly endsAt: Instant }

export type Running = { readonly state: EventState } & Times
const notOpen = { draft: 'event.notOpen', cancelled: 'event.isCancelled', closed: 'event.isOver' } as const

/** Signing up ends with the beginning; giving a place up does too. */
export function mayStillCome({ state, startsAt }: Omit<Running, 'endsAt'>, now: Instant): RuleRefusal[] {
  if (state !== 'open') return [no(notOpen[state])]
  return now < startsAt ? [] : [no('event.hasBegun')]
}

/** The page of an answer is there until the beginning; for whoever has a place, and may come by the link that stands there, until the end. */
export const answerIsOpen = ({ state, startsAt, endsAt }: Running, place: PlaceState, now: Instant): boolean =>
  state !== 'draft' && now < (state === 'open' && place === 'confirmed' ? endsAt : startsAt)

/** Another day or other hours. */
export const retimed = (one: Times, other: Times): boolean =>
  one.startsAt.getTime() !== other.startsAt.getTime() || one.endsAt.getTime() !== other.endsAt.getTime()

/** Whoever heads the site of an event receives people there: a place is for those who come. */
export const mayTakePlace = (headsItsSite: boolean): RuleRefusal[] => (headsItsSite ? [no('event.own')] : [])

/** Nor is one added to the list by others. */
export const mayBeAdded = (headsItsSite: boolean): RuleRefusal[] =>
  headsItsSite ? [no('event.headsIts', { field: 'personId' })] : []

/** Whether the lessons of this place are for whoever looks to answer about; nobody is let go by themselves. */
export const headsTheirs = (
  { actor }: { readonly actor: { readonly headsOrganisations: readonly OrganisationId[] } },
  { organisationId }: { readonly organisationId: OrganisationId | null },
): boolean => organisationId !== null && actor.headsOrganisations.includes(organisationId)

/** Who goes away from lessons with the word of the head who looks: for them the school makes its order. */
export const letGoBy = (
  ctx: Parameters<typeof headsTheirs>[0],
  place: Parameters<typeof headsTheirs>[1] & { readonly state: PlaceState; readonly released: boolean | null },
): boolean => place.state === 'confirmed' && place.released === true && headsTheirs(ctx, place)

/** Nobody is in two places at a time. */
export const notElsewhere = (elsewhere: readonly { readonly title: string }[]): RuleRefusal[] =>
  elsewhere[0] ? [no('event.clash', { params: { title: elsewhere[0].title } })] : []

/** Minutes of an academic hour. */
const academicHour = 45

/** How long it was in academic hours: whole halves that have passed, at least one. (X-T1) */
export const academicHours = ({ startsAt, endsAt }: Times): number =>
  Math.max(1, Math.floor((endsAt.getTime() - startsAt.getTime()) / 60_000 / (academicHour / 2))) / 2

const minutes = (given: Instant, count: number) => given.getTime() + count * 60_000

/**
 * Nobody was at an event that is not yet near: the list is marked from when people may mark themselves. A list that comes late from a telephone
 * without a network finds the event closed, which is a correction, or called off.
 */
export function mayMark({ state, startsAt }: Pick<Running, 'state' | 'startsAt'>, now: Instant): RuleRefusal[] {
  if (state === 'draft') return [no('event.notOpen')]
  if (state === 'cancelled') return [no('event.markCancelled')]
  return now.getTime() < minutes(startsAt, -pressMinutes.before) ? [no('event.markTooEarly')] : []
}

/** One's own press: while it is on, and a little before and after. */
export function mayPress({ state, startsAt, endsAt }: Running, now: Instant): RuleRefusal[] {
  if (state !== 'open') return [no(notOpen[state])]
  if (now.getTime() < minutes(startsAt, -pressMinutes.before)) return [no('event.pressTooEarly')]
  return now.getTime() > minutes(endsAt, pressMinutes.after) ? [no('event.pressTooLate')] : []
}

export type Planned = Times & {
  readonly day: Day
  readonly room: string | null
  readonly link: string | null
  readonly places: number | null
  readonly keptPlaces: number | null
  readonly keptUntil: Day | null
}

/** What is wrong with the time, the place and the number of places. `within`: the days of the plan and of the status. */
export function wrongEvent(
  given: Planned,
  { within, confirmed, today }: { within: { readonly from: Day; readonly to: Day | null } | null; confirmed: number; today: Day },
): RuleRefusal[] {
  const { day, startsAt, endsAt, room, link, places, keptPlaces, keptUntil } = given
  const refusals: RuleRefusal[] = []
  if (within === null || day < within.from || (within.to !== null && day > within.to))
    refusals.push(
      no('event.outsidePlan', {
        field: 'day',
        params: within
          ? { from: shortDate(within.from), to: within.to === null ? '' : shortDate(within.to) }
          : { from: '', to: '' },
      }),
    )
  if (endsAt <= startsAt) refusals.push(no('event.endsBeforeStart', { field: 'until' }))
  if (room === null && link === null) refusals.push(no('event.needsPlace', { field: 'room' }))
  if (places !== null && places < confirmed)
    refusals.push(no('event.placesBelowTaken', { field: 'places', params: { confirmed } }))
  if (keptPlaces !== null && (places === null || keptPlaces > places))
    refusals.push(no('event.keptAbovePlaces', { field: 'keptPlaces' }))
  if ((keptPlaces === null) !== (keptUntil === null))
    refusals.push(no('event.keptNeedsDay', { field: keptPlaces === null ? 'keptPlaces' : 'keptUntil' }))
  else if (keptUntil !== null && keptUntil >= day) refusals.push(no('event.keptTooLong', { field: 'keptUntil' }))
  if (day < addDays(today, -correctionDays))
    refusals.push(no('event.longAgo', { field: 'day', params: { days: correctionDays } }))
  return refusals
}

/** Where the paper lets sites work at a distance alone, an event of such a form has a link and no room. (R-22v) */
export function wrongWay(
  regulation: Regulation,
  form: string | null,
  { room, link }: Pick<Planned, 'room' | 'link'>,
): RuleRefusal[] {
  const verdict = onlyRemote(regulation, form, room === null && link !== null)
  if (verdict.ok) return []
  const { reason, basis } = verdict
  return [no('event.onlyRemote', { field: room === null ? 'link' : 'room', clause: basis?.clause, params: { reason } })]
}

/** The site writes to those who come where the paper knows work at a distance, about what has been announced. (R-22v) */
export function mayWrite(state: EventState, regulation: Regulation): RuleRefusal[] {
  if (remoteWork(regulation).value === null) return [no('event.noLetters')]
  return state === 'draft' || state === 'cancelled' ? [no(notOpen[state])] : []
}

/** A line that was reported as held by hand has no events any more: its number would be nobody's. What was put off may be held. */
export const mayPlanOn = ({
  outcome,
  heldByLists,
}: {
  outcome: 'held' | 'cancelled' | null
  heldByLists: boolean
}): RuleRefusal[] => (outcome === 'held' && !heldByLists ? [no('event.lineIsReported')] : [])

/** The note of a report with that of one event, which it may hold already. */
export const noteWith = (report: string | null, own: string | null): string | null =>
  own === null || report?.includes(own) ? report : [report, own].filter((said) => said !== null).join('. ')

/** An event is closed when it is over, by who was there; so many guests that nobody typed them on purpose are asked about once more. */
export function mayClose(
  { endsAt, places }: Pick<Times, 'endsAt'> & { readonly places: number | null },
  given: { readonly present: number; readonly guests: number; readonly guestsAgain: boolean },
  now: Instant,
): RuleRefusal[] {
  if (now < endsAt) return [no('event.notOver')]
  if (given.present + given.guests === 0) return [no('event.nobodyMarked', { field: 'guests' })]
  const many = places !== null && given.guests > 3 * places
  return many && !given.guestsAgain ? [no('event.manyGuests', { field: 'guests', params: { guests: given.guests, places } })] : []
}

/** What somebody was at took place: it is closed, not called off. */
export const mayCallOff = (present: number): RuleRefusal[] =>
  present > 0 ? [no('event.someWereThere', { params: { present } })] : []

/** A list is corrected after the event is closed for a while, */
export const mayCorrect = (closedOn: Day | null, today: Day): RuleRefusal[] =>
  closedOn !== null && today > addDays(closedOn, correctionDays)
    ? [no('event.correctedTooLate', { params: { days: correctionDays } })]
    : []

/** and with a reason. */
export const correctsFor = (closedOn: Day | null, reason: string | null): RuleRefusal[] =>
  closedOn === null || reason?.trim() ? [] : [no('event.correctionNeedsReason', { field: 'reason' })]

/** Who was there may say three things about it, once. */
export function mayAnswer({
  present,
  answered,
}: {
  readonly present: boolean | null
  readonly answered: boolean
}): RuleRefusal[] {
  if (present !== true) return [no('event.answersOfThosePresent')]
  return answered ? [no('event.answeredAlready')] : []
}

/** The number in the queue as the person is told it: how many wait before, and oneself. */
export const placeInQueue = (queue: readonly { readonly number: number }[], own: number): number =>
  queue.filter(({ number }) => number <= own).length

/** Whoever came without a place is written down; a place of one's own stays what it is. */
export const takesNoPlace = (state: PlaceState | undefined): boolean => state !== 'confirmed' && state !== 'came'

export const holdsPlace = (state: PlaceState): boolean => state === 'confirmed' || state === 'waiting'
