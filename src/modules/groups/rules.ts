import { contains, dayBefore, later, longDate, shortPeriod } from '../../kernel/dates.ts'
import { firstDayOutside } from '../../kernel/envelope.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, Period, PersonId } from '../../kernel/types.ts'

type Term = { readonly startsOn: Day; readonly endsOn: Day }
/** One who works in a group; without a last day to its end. */
export type Membership = { readonly personId: PersonId; readonly startsOn: Day; readonly endsOn: Day | null }

/** The term of a group lies within the status of its site. (L-31g) */
export function wrongTerm({ startsOn, endsOn }: Term, status: Period): RuleRefusal[] {
  if (endsOn < startsOn) return [no('group.endsBeforeItBegins', { field: 'endsOn' })]
  const isOutside = startsOn < status.from || (status.to !== null && endsOn > status.to)
  return isOutside ? [no('group.outsideStatus', { field: 'startsOn', params: { term: shortPeriod(status) } })] : []
}

/** Where the paper forms groups by directions each is of one of them. */
export const wrongDirection = (
  direction: string | null,
  { byDirections, known }: { readonly byDirections: boolean; readonly known: readonly string[] },
): RuleRefusal[] => {
  if (direction === null) return byDirections && known.length > 0 ? [no('group.needsDirection', { field: 'direction' })] : []
  return known.includes(direction) ? [] : [no('group.needsDirection', { field: 'direction' })]
}

/** A term that is made shorter or longer holds those who work in the group. */
export const leavesOut = ({ startsOn, endsOn }: Term, members: readonly Membership[]): RuleRefusal[] => {
  const outside = members.find((one) => one.startsOn < startsOn || one.startsOn > endsOn || (one.endsOn ?? endsOn) > endsOn)
  return outside ? [no('group.membersOutside', { field: 'endsOn' })] : []
}

/** Whether somebody works in a group on a day, or will. */
export const isStill = ({ endsOn }: Pick<Membership, 'endsOn'>, day: Day): boolean => endsOn === null || endsOn >= day

/** Whoever joins has a post that day, does so within the term, and once. */
export function wrongJoining(
  group: Term,
  { personId, from }: { readonly personId: PersonId; readonly from: Day },
  { members, posts }: { readonly members: readonly Membership[]; readonly posts: readonly Period[] },
): RuleRefusal[] {
  const term = { from: group.startsOn, to: group.endsOn }
  const isThere = members.some((one) => one.personId === personId && isStill(one, from))
  return [
    ...(contains(term, from) ? [] : [no('group.outsideTerm', { field: 'from', params: { term: shortPeriod(term) } })]),
    ...(isThere ? [no('group.isMember', { field: 'personId' })] : []),
    ...(posts.some((post) => contains(post, from))
      ? []
      : [no('group.noPost', { field: 'personId', params: { day: longDate(from) } })]),
  ]
}

/** The last day of whoever joins: none where the posts hold them to the end of the group, else the last day they do. */
export function lastDayOf(group: Term, from: Day, posts: readonly Period[]): Day | null {
  const outside = firstDayOutside({ from, to: group.endsOn }, posts)
  return outside === null ? null : dayBefore(outside)
}

/** Whoever leads, or stays to the end, has a post to the end. */
export function wrongPosts(
  { endsOn }: Pick<Term, 'endsOn'>,
  { startsOn }: Pick<Membership, 'startsOn'>,
  { who, posts, field }: { readonly who: string; readonly posts: readonly Period[]; readonly field: string },
): RuleRefusal[] {
  const outside = firstDayOutside({ from: startsOn, to: endsOn }, posts)
  return outside === null ? [] : [no('group.postEnds', { field, params: { who, day: longDate(outside) } })]
}

/** Whoever leaves has been there; the leader stays while nobody else leads. */
export function wrongLeaving(
  { leaderId, endsOn }: Pick<Term, 'endsOn'> & { readonly leaderId: PersonId },
  { personId, startsOn }: Membership,
  on: Day,
): RuleRefusal[] {
  if (personId === leaderId) return [no('group.leaderStays', { field: 'on' })]
  return on < startsOn || on > endsOn
    ? [no('group.leavingOutside', { field: 'on', params: { term: shortPeriod({ from: startsOn, to: endsOn }) } })]
    : []
}

/** Whoever leads works in the group, to its end and by the day from which they lead. */
export function wrongLeader(
  { startsOn }: Pick<Term, 'startsOn'>,
  leaderId: PersonId,
  { members, today }: { readonly members: readonly Membership[]; readonly today: Day },
): RuleRefusal[] {
  const leads = (one: Membership) => one.personId === leaderId && one.endsOn === null && one.startsOn <= later(today, startsOn)
  return members.some(leads) ? [] : [no('group.leaderIsMember', { field: 'leaderId' })]
}

/** A group ends on a day that has come, not before it began, nor before anybody who has come or gone by today did. */
export function wrongClosing(
  { startsOn }: Pick<Term, 'startsOn'>,
  on: Day,
  { members, today }: { readonly members: readonly Membership[]; readonly today: Day },
): RuleRefusal[] {
  if (on > today) return [no('group.closedAhead', { field: 'closedOn', params: { today: longDate(today) } })]
  const known = members
    .flatMap((one) => [one.startsOn, ...(one.endsOn === null ? [] : [one.endsOn])])
    .filter((day) => day <= today)
  const first = [startsOn, ...known].reduce(later)
  return on < first ? [no('group.closedTooEarly', { field: 'closedOn', params: { day: longDate(first) } })] : []
}

/** Whether its term is over and nobody has written down what came of it. */
export const isOverdue = ({ endsOn, state }: { readonly endsOn: Day; readonly state: string }, today: Day): boolean =>
  state === 'atWork' && endsOn < today
