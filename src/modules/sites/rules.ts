import { addDays, addMonths, contains, dayBefore, daysBetween, longDate, overlaps, shortDate } from '../../kernel/dates.ts'
import { firstDayOutside } from '../../kernel/envelope.ts'
import { ok, type Result, refuseRule } from '../../kernel/result.ts'
import type { Day, OrganisationId, Period } from '../../kernel/types.ts'
import { bodyName } from '../../regulation/parties/questions.ts'
import { role, rolesOf, whatAppointingNeeds } from '../../regulation/people/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { shownNumber } from '../../regulation/weak-schools.ts'
import type { SiteStatus } from './model.ts'
import { suspensionOn } from './standing-rules.ts'

const siteStates = ['notStarted', 'active', 'expiring', 'suspended', 'ended', 'terminated'] as const
export type SiteState = (typeof siteStates)[number]

/** What one may ask: `active` is every status in force, expiring and suspended ones too; `current` also those an order has given ahead. */
export const stateFilters = ['current', 'active', 'expiring', 'suspended', 'notStarted', 'ended', 'terminated', 'all'] as const
export type StateFilter = (typeof stateFilters)[number]

/** A status with so many days left, or fewer, is said to expire. */
export const expiringDays = 90

/** What a status is on a day. (L-15) */
export function siteStateOn(status: SiteStatus, day: Day): SiteState {
  if (day < status.from) return 'notStarted'
  if (status.to !== null && day > status.to) return status.endedEarly ? 'terminated' : 'ended'
  if (suspensionOn(status.suspensions, day)) return 'suspended'
  if (status.to === null) return 'active'
  return daysBetween(day, status.to) <= expiringDays ? 'expiring' : 'active'
}

/** How much of a term has passed: whole months, and the days left. `share` goes from 0 to 1. */
type TermMeter = {
  readonly monthsGone: number
  readonly months: number
  readonly daysLeft: number
  readonly share: number
}

/** The meter of a status with an end; null for one without. */
export function termMeter(period: Period, day: Day): TermMeter | null {
  if (period.to === null) return null
  const after = addDays(period.to, 1)
  const reached = day < period.from ? period.from : day > period.to ? after : day
  const days = daysBetween(period.from, after)
  return {
    monthsGone: monthsBetween(period.from, reached),
    months: monthsBetween(period.from, after),
    daysLeft: Math.max(0, daysBetween(day, period.to)),
    share: daysBetween(period.from, reached) / days,
  }
}

/** Whole months from one day to another. */
export function monthsBetween(from: Day, to: Day): number {
  const guess = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  return addMonths(from, guess) <= to ? guess : guess - 1
}

/** The last day of what is ended from a day on: the day before, yet never before its beginning. */
export const lastDayWhenEndedFrom = (startsOn: Day, on: Day): Day => (startsOn < on ? dayBefore(on) : startsOn)

/** Roles that come by an order, by the authority or by the operator; every other one makes its holder staff of the site. */
const notStaff: readonly string[] = ['head', 'coordinator', 'methodist']
export const isStaff = (kind: string): boolean => !notStaff.includes(kind)

/** The kinds of staff this regulation knows, with its own words, in its order. */
export const staffRoles = (regulation: Regulation): readonly { kind: string; word: string }[] =>
  rolesOf(regulation).flatMap(({ code, words }) => (isStaff(code) ? [{ kind: code, word: words.nominative }] : []))

/** Whether the head of a site gives this role, and not only the authority, the operator or another body. */
export function headGives(regulation: Regulation, kind: string): boolean {
  const by = role(regulation, kind).value?.appointedBy
  return by === 'head' || by === 'organisation'
}

/** What is known of an appointment before it is made. */
type Proposed = {
  readonly kind: string
  readonly period: Period
  readonly site: Period
  /** Other periods of the same person in the same role on the same site. */
  readonly already: readonly Period[]
  /** Periods of everybody in that role on the site. */
  readonly others: readonly Period[]
  readonly ground: string | null
  readonly holds: Holds
}

/** Whether a person may be appointed: the regulation knows the role, the period lies within the site's term and the person's posts and overlaps no other. */
export function checkAppointment(
  regulation: Regulation,
  { kind, period, site, already, others, ground, holds }: Proposed,
): Result<null> {
  if (role(regulation, kind).value === null) return refuseRule('site.noSuchRole', { field: 'kind' })
  if (period.to !== null && period.to < period.from) return refuseRule('site.endsBeforeItBegins', { field: 'endsOn' })
  if (period.from < site.from) return refuseRule('site.beforeTerm', { field: 'startsOn', params: { day: site.from } })
  if (site.to !== null && period.from > site.to)
    return refuseRule('site.afterTerm', { field: 'startsOn', params: { day: site.to } })
  if (site.to !== null && (period.to === null || period.to > site.to))
    return refuseRule('site.afterTerm', { field: 'endsOn', params: { day: site.to } })
  const outside = outsidePosts(kind, period, holds)
  if (outside !== null)
    return refuseRule('site.outsidePosts', {
      field: outside === period.from ? 'startsOn' : 'endsOn',
      params: { day: dayBefore(outside), begins: outside === period.from ? 1 : 0 },
    })
  if (already.some((one) => overlaps(one, period))) return refuseRule('site.appointedTwice', { field: 'personId' })
  const lacking = whatRoleLacks(regulation, kind, { ground, held: others.filter((one) => overlaps(one, period)).length })
  return lacking === null ? ok(null) : refuseRule(roleRules[lacking.rule], { field: lacking.field, params: lacking.params })
}

const roleRules = {
  protocol: 'site.roleNeedsProtocol',
  agreement: 'site.roleNeedsAgreement',
  full: 'site.roleIsFull',
} as const

/** What the regulation asks of a role itself: a protocol or an agreement in the ground, a place that is free. */
export function whatRoleLacks(regulation: Regulation, kind: string, { ground, held }: { ground: string | null; held: number }) {
  const { value, basis } = role(regulation, kind)
  const needs = whatAppointingNeeds(regulation, kind).value
  const params = {
    role: value?.words.nominative ?? '',
    basis: basis?.text ?? '',
    by: (value?.agreedBy ?? []).map((by) => bodyName(regulation, by)).join(', '),
    most: value?.most ?? 0,
  }
  if (needs !== null && ground === null) {
    return { rule: needs, field: 'ground', params, basis }
  }
  const isFull = value !== null && value.most !== null && held >= value.most
  return isFull ? { rule: 'full' as const, field: 'kind', params, basis } : null
}

/** What holds an appointed person up: posts, and the role of a methodist for those appointed as one. */
type Holds = { readonly posts: readonly Period[]; readonly methodist: readonly Period[] }

/** The first day of an appointment on which the person holds nothing; null for a guest, who had no post here when it began. */
export function outsidePosts(as: string, period: Period, { posts, methodist }: Holds): Day | null {
  if (!posts.some(({ from }) => from <= period.from)) return null
  return firstDayOutside(period, isMethodical(as) ? [...posts, ...methodist] : posts)
}

/** Whether an appointment may end on a day: not before it began and not after its own end. */
export function checkEnding(appointment: Period, on: Day): Result<null> {
  if (on < appointment.from) return refuseRule('site.endsBeforeItBegins', { field: 'endsOn' })
  if (!contains(appointment, on)) return refuseRule('site.appointmentHasEnded', { field: 'endsOn' })
  return ok(null)
}

/** Roles for which being a methodist is as good as a post. */
export const isMethodical = (kind: string): boolean => kind === 'coordinator' || kind === 'methodist'

/** What a state is called in a list. */
export const stateWords: Readonly<Record<SiteState, string>> = {
  notStarted: 'Ещё не начала',
  active: 'Действует',
  expiring: 'Истекает',
  suspended: 'Приостановлена',
  ended: 'Завершена',
  terminated: 'Прекращена',
}

/** «Действующие» and so on, for the choice in a register. */
export const stateFilterWords: Readonly<Record<StateFilter, string>> = {
  current: 'Действуют и ещё не начали',
  active: 'Действуют',
  expiring: 'Истекают в ближайшие 90 дней',
  suspended: 'Приостановлены',
  notStarted: 'Ещё не начали',
  ended: 'Завершены в срок',
  terminated: 'Прекращены раньше срока',
  all: 'Все',
}

/** «МОУ «Заозёрная СОШ» и МОУ «Приладожская СОШ»» */
export function joined(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} и ${names.at(-1)}`
}

/** The day that matters about a status: the first one of a status to come, otherwise the last one. */
export function termWords({ from, to }: Period, day: Day, write = shortDate): string {
  if (day < from) return `с ${longDate(from)}`
  return to === null ? `с ${write(from)}` : `по ${write(to)}`
}

/** From a day on: how many partner schools a site has. Null stands for «меньше пяти». */
export type PartnerStep = { readonly from: Day; readonly partners: number | null }

/** How many schools were attached, from each day on which the number changed. */
export function partnerSteps(
  attachments: readonly (Period & { readonly organisationId: OrganisationId })[],
): { from: Day; count: number }[] {
  const days = attachments.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]))
  const steps: { from: Day; count: number }[] = []
  for (const from of [...new Set(days)].sort()) {
    const there = attachments.filter((one) => one.from <= from && (one.to === null || from <= one.to))
    const count = new Set(there.map((one) => one.organisationId)).size
    if (steps.at(-1)?.count !== count) steps.push({ from, count })
  }
  return steps
}

/** Hides a small number before it reaches a public table. */
export const inNumbersOf = ({ from, count }: { from: Day; count: number }): PartnerStep => ({
  from,
  partners: shownNumber(count),
})

/** The number on a day; 0 before the first step. */
export function partnersOn(steps: readonly PartnerStep[], day: Day): number | null {
  const step = steps.findLast((one) => one.from <= day)
  return step === undefined ? 0 : step.partners
}
