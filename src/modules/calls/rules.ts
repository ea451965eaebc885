import { localTime } from '../../kernel/clock.ts'
import { daysBetween, lastDayOfMonths, longDate } from '../../kernel/dates.ts'
import { restOfDays } from '../../kernel/plural.ts'
import { ok, type Result, refuseRule } from '../../kernel/result.ts'
import type { Day, Instant } from '../../kernel/types.ts'
import type { Call, CallState } from './model.ts'

type Times = Pick<Call, 'opensAt' | 'closesAt' | 'revokedOn' | 'timeZone'>
type Place = Pick<Call, 'timeZone' | 'localTime'>

const soonDays = 7
const dayLong = 86_400_000

/** Where a call stands at a moment. The closing moment itself is still in time. */
export function callState(call: Times, now: Instant): CallState {
  const { opensAt, closesAt } = call
  if (isRevoked(call, now) || now > closesAt) return 'closed'
  if (now < opensAt) return 'announced'
  return closesAt.getTime() - now.getTime() <= soonDays * dayLong ? 'closingSoon' : 'open'
}

/** Whether the order that opened it is revoked by now. */
export const isRevoked = ({ revokedOn, timeZone }: Pick<Call, 'revokedOn' | 'timeZone'>, now: Instant): boolean =>
  revokedOn !== null && localTime(now, timeZone).day >= revokedOn

/** Whether an application is in time at this very moment; the clause is that of calls. */
export function mayReceive(call: Times & Place, now: Instant, clause?: string): Result<null> {
  if (call.revokedOn !== null && isRevoked(call, now))
    return refuseRule('call.revoked', { clause, params: { day: longDate(call.revokedOn) } })
  if (now < call.opensAt) return refuseRule('call.notOpenYet', { clause, params: { moment: momentWords(call.opensAt, call) } })
  if (now > call.closesAt) return refuseRule('call.closed', { clause, params: { moment: momentWords(call.closesAt, call) } })
  return ok(null)
}

/** «18:00 15 октября 2021 г. по московскому времени» */
export const momentWords = (at: Instant, place: Place): string => `${clockWords(at, place)} ${place.localTime}`

/** «18:00 15 октября 2021 г.» */
export function clockWords(at: Instant, { timeZone }: Pick<Call, 'timeZone'>): string {
  const { day, time } = localTime(at, timeZone)
  return `${time.slice(0, 5)} ${longDate(day)}`
}

/** «осталось 12 дней», on the last day «сегодня до 18:00»: whole local days. */
export function restWords(until: Instant, now: Instant, { timeZone }: Pick<Call, 'timeZone'>): string {
  const [end, today] = [localTime(until, timeZone), localTime(now, timeZone)]
  const days = daysBetween(today.day, end.day)
  return days > 0 ? restOfDays(days) : `сегодня до ${end.time.slice(0, 5)}`
}

/** Directions of a call by name: a code of the regulation by its label, words of the order as they are. */
export const directionNames = (
  directions: readonly string[],
  known: readonly { readonly code: string; readonly label: string }[] | null | undefined,
): string[] => directions.map((one) => known?.find(({ code }) => code === one)?.label ?? one)

/** The most points a criterion can give. */
export const mostPoints = (levels: readonly { readonly points: number }[]): number =>
  Math.max(0, ...levels.map(({ points }) => points))

/** The year from the opening of a call: where its days lie, of reviews, meetings, papers. */
export function yearOf({ opensAt, timeZone }: Pick<Call, 'opensAt' | 'timeZone'>): { from: Day; to: Day } {
  const from = localTime(opensAt, timeZone).day
  return { from, to: lastDayOfMonths(from, 12) }
}
