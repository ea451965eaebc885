import { weekday } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { isWorkingDay, unknownYears } from '../../regulation/calendar/working-days.ts'
import { isUnderWay, type TraineeshipState } from './machine.ts'
import type { PlanRow } from './plan-queries.ts'
import { isWithin } from './rules.ts'

/** A day on which a trainee is away from lessons, with what is held then. */
export type ReleaseDay = { readonly day: Day; readonly titles: readonly string[] }

type Traineeship = { readonly state: TraineeshipState; readonly startsOn: Day; readonly endsOn: Day }

/**
 * The days to come on which the plan takes a trainee from lessons, while the traineeship is agreed or goes on and within its period;
 * try-outs are done at one's own school.
 */
export function releaseDays(rows: readonly PlanRow[], one: Traineeship, today: Day): ReleaseDay[] {
  if (!isUnderWay(one.state)) return []
  const ahead = rows.filter(
    ({ kind, plannedOn, leftOut, given }) =>
      kind === 'session' && plannedOn !== null && plannedOn >= today && isWithin(one, plannedOn) && !leftOut && !given,
  )
  return [...Map.groupBy(ahead, ({ plannedOn }) => plannedOn ?? '')]
    .map(([day, same]) => ({ day, titles: same.map(({ title }) => title) }))
    .toSorted((a, b) => a.day.localeCompare(b.day))
}

/** Of those the days of work: of the others nobody has to be let go. */
export const daysAwayFromLessons = (...given: Parameters<typeof releaseDays>): ReleaseDay[] =>
  releaseDays(...given).filter(({ day }) => isWorkingDay(day))

/** What is odd about a day: nobody is at work, or nobody knows yet whether people work then. */
export function oddDay(day: Day): string | null {
  if (!isWorkingDay(day)) return `${weekday(day)}, выходной или праздничный день: освобождать от уроков не нужно`
  return unknownYears(day, day).length > 0 ? 'переносы выходных этого года ещё не известны: проверьте день' : null
}
