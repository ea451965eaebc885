import { daysBetween } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import type { Execution, Line, LineState } from './model.ts'

/** From how many days before its beginning a line counts as near. */
export const soonDays = 14

type Dated = Pick<Line, 'startsOn' | 'endsOn'>

/** How a line stands on a day. A line without dates is only ahead. */
export function lineState({ startsOn, endsOn }: Dated, execution: Pick<Execution, 'outcome'> | null, today: Day): LineState {
  if (execution !== null) return execution.outcome
  if (startsOn === null || endsOn === null) return 'ahead'
  if (endsOn < today) return 'overdue'
  return daysBetween(today, startsOn) <= soonDays ? 'soon' : 'ahead'
}

/** How many lines stand how. */
export type Tally = Readonly<Record<LineState, number>> & { readonly total: number }

export function tally(lines: readonly (Dated & { readonly execution: Pick<Execution, 'outcome'> | null })[], today: Day): Tally {
  const counts = { held: 0, cancelled: 0, overdue: 0, soon: 0, ahead: 0, total: lines.length }
  for (const line of lines) counts[lineState(line, line.execution, today)]++
  return counts
}

/** A month of an academic year: how many lines begin in it and what came of them. */
export type MonthOfPlan = {
  readonly month: number
  readonly planned: number
  readonly held: number
  readonly cancelled: number
  readonly overdue: number
}

/** Plan against fact by month, September to August. A line belongs to the month it begins in, whenever it was held. */
export function planFactByMonth(
  lines: readonly (Dated & { readonly execution: Pick<Execution, 'outcome'> | null })[],
  today: Day,
): MonthOfPlan[] {
  return [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8].map((month) => {
    const own = lines.filter((line) => line.startsOn !== null && Number(line.startsOn.slice(5, 7)) === month)
    const { held, cancelled, overdue } = tally(own, today)
    return { month, planned: own.length, held, cancelled, overdue }
  })
}
