import { addDays, dayBefore, daysBetween } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import type { Span } from '../../kit/reminders.ts'

/** After a long silence only the last days are made up for. */
const longestSilence = 60
/** Letters are not written at night. */
const morning = '07:00:00'

/** The last day whose reminders may be told at a local moment: the day itself, from the morning on. */
export const dayToTell = (local: { day: Day; time: string }): Day => (local.time < morning ? dayBefore(local.day) : local.day)

/** The days not yet told; null when there are none. The first run ever tells one day. */
export function spanOf(lastDayRun: Day | null, to: Day): Span | null {
  const last = lastDayRun ?? dayBefore(to)
  const after = daysBetween(last, to) > longestSilence ? addDays(to, -longestSilence) : last
  return after < to ? { after, to } : null
}
