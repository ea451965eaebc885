import { dayBefore, later, longDate, shortPeriod } from '../../kernel/dates.ts'
import { firstDayOutside } from '../../kernel/envelope.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, Period, PersonId } from '../../kernel/types.ts'
import type { PairState } from './machine.ts'

type Term = { readonly startsOn: Day; readonly endsOn: Day }
/** A role of somebody on the site. */
export type Holder = Period & { readonly personId: PersonId; readonly kind: string }

/** The term of a pair lies within the status of its site, and is not over when the two agree. */
export function wrongTerm({ startsOn, endsOn }: Term, status: Period, today: Day): RuleRefusal[] {
  if (endsOn < startsOn) return [no('pair.endsBeforeItBegins', { field: 'endsOn' })]
  const isOutside = startsOn < status.from || (status.to !== null && endsOn > status.to)
  if (isOutside) return [no('pair.outsideStatus', { field: 'startsOn', params: { term: shortPeriod(status) } })]
  return endsOn < today ? [no('pair.termIsOver', { field: 'endsOn', params: { today: longDate(today) } })] : []
}

/** Nobody is a mentor to oneself. */
export const wrongTwo = (mentorId: PersonId, menteeId: PersonId): RuleRefusal[] =>
  mentorId === menteeId ? [no('pair.oneself', { field: 'menteeId' })] : []

/** Those whom the paper lets work in pairs on a day, each with the role that lets them. */
export const mentorsOn = (kinds: readonly string[], holders: readonly Holder[], on: Day): Holder[] => {
  const found = holders.filter((one) => kinds.includes(one.kind) && one.from <= on && (one.to === null || one.to >= on))
  return [...new Map(found.toReversed().map((one) => [one.personId, one])).values()].toReversed()
}

/** A mentor has a guiding role on the site from today, or from the first day, to the last. */
export function wrongMentor(mentorId: PersonId, { startsOn, endsOn }: Term, { kinds, holders, today }: Roles): RuleRefusal[] {
  const own = holders.filter((one) => one.personId === mentorId && kinds.includes(one.kind))
  const from = later(startsOn, today)
  const outside = firstDayOutside({ from, to: endsOn }, own)
  if (outside === null) return []
  if (outside === from) return [no('pair.mentorHasNoRole', { field: 'mentorId', params: { day: longDate(from) } })]
  return [no('pair.roleEnds', { field: 'endsOn', params: { day: longDate(dayBefore(outside)) } })]
}
type Roles = { readonly kinds: readonly string[]; readonly holders: readonly Holder[]; readonly today: Day }

/** Whoever learns has a post from the first day to the last. */
export function wrongPosts({ startsOn, endsOn }: Term, posts: readonly Period[]): RuleRefusal[] {
  const outside = firstDayOutside({ from: startsOn, to: endsOn }, posts)
  if (outside === null) return []
  if (outside === startsOn) return [no('pair.noPost', { field: 'menteeId', params: { day: longDate(startsOn) } })]
  return [no('pair.postEnds', { field: 'endsOn', params: { day: longDate(dayBefore(outside)) } })]
}

/** How many pairs a mentor leads, and how many at most. */
export type Load = { readonly pairs: number; readonly most: number }
export const isFull = ({ pairs, most }: Load): boolean => pairs >= most
export const wrongLoad = (load: Load): RuleRefusal[] =>
  isFull(load) ? [no('pair.tooMany', { field: 'mentorId', params: { pairs: String(load.pairs), most: String(load.most) } })] : []

/** A pair ends on a day that has come, not before it began nor before its last meeting; one that has not begun ends today. */
export function wrongEnd({ startsOn, endsOn }: Term, on: Day, { lastMeeting, today }: Known): RuleRefusal[] {
  if (on > today) return [no('pair.endedAhead', { field: 'closedOn', params: { today: longDate(today) } })]
  if (today < startsOn)
    return on === today ? [] : [no('pair.endedBeforeItBegan', { field: 'closedOn', params: { today: longDate(today) } })]
  const first = lastMeeting === null ? startsOn : later(startsOn, lastMeeting)
  if (on < first) return [no('pair.endedTooEarly', { field: 'closedOn', params: { day: longDate(first) } })]
  return on > endsOn ? [no('pair.endedAfterTerm', { field: 'closedOn', params: { day: longDate(endsOn) } })] : []
}
type Known = { readonly lastMeeting: Day | null; readonly today: Day }

/** What whoever learns lacks is told to the mentor with their word alone, and no longer where it came to nothing. */
export const toldOfDeficit = ({ mentorId, menteeId, menteeAgreedAt, state }: Agreed): PersonId[] =>
  menteeAgreedAt === null || state === 'declined' ? [menteeId] : [menteeId, mentorId]
type Agreed = {
  readonly mentorId: PersonId
  readonly menteeId: PersonId
  readonly menteeAgreedAt: unknown
  readonly state: PairState
}

type Shown = { readonly state: PairState; readonly endsOn: Day; readonly isLed: boolean }

/** Whether its term is over and nobody has said what came of it. */
export const isOverdue = ({ state, endsOn }: Pick<Shown, 'state' | 'endsOn'>, today: Day): boolean =>
  state === 'running' && endsOn < today

/** Whether it works on and its mentor has a role on the site no more: nobody's, until the head finds somebody else. */
export const isOrphan = ({ state, endsOn, isLed }: Shown, today: Day): boolean => state === 'running' && !isLed && endsOn >= today
