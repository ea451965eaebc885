import { addDays, daysBetween, shortDate } from '../../kernel/dates.ts'
import { ok, type Result, refuseRule } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'

/** Steps a person may choose instead of a date, in days. */
export const steps = { day: 1, week: 7 } as const
export type Step = keyof typeof steps

/** What a person chose: a step, or a day written by hand. */
export type Wish = { readonly move: Step | 'to'; readonly to: Day | null }

/** A demonstration is lived forward, at most two years in one step. */
const longest = 731

/** The day the demonstration moves to. */
export function dayToMoveTo(today: Day, wish: Wish): Result<Day> {
  const to = wish.move === 'to' ? wish.to : addDays(today, steps[wish.move])
  if (to === null) return refuseRule('clock.noDay', { field: 'to', params: { example: shortDate(addDays(today, 30)) } })
  const ahead = daysBetween(today, to)
  if (ahead <= 0) return refuseRule('clock.onlyForward', { field: 'to' })
  if (ahead > longest) return refuseRule('clock.tooFar', { field: 'to' })
  return ok(to)
}
