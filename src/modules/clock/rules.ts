import { addDays, daysBetween } from '../../kernel/dates.ts'
import { ok, type Result, refuseRule } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'

/** Steps a person may choose instead of a date, in days. */
export const steps = { day: 1, week: 7, month: 30 } as const
export type Step = keyof typeof steps
export const stepNames = Object.keys(steps) as [Step, ...Step[]]

/** A demonstration is lived forward, at most two years in one step. */
const longest = 731

/** The day the demonstration moves to. */
export function dayToMoveTo(today: Day, wish: { step: Step | null; to: Day | null }): Result<Day> {
  const to = wish.to ?? (wish.step ? addDays(today, steps[wish.step]) : null)
  if (to === null) return refuseRule('clock.noDay', { field: 'to' })
  const ahead = daysBetween(today, to)
  if (ahead <= 0) return refuseRule('clock.onlyForward', { field: 'to' })
  if (ahead > longest) return refuseRule('clock.tooFar', { field: 'to' })
  return ok(to)
}
