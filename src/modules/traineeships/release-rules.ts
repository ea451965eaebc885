import { weekday } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import type { CalendarDays } from '../../regulation/calendar/school-year.ts'
import { unknownYears } from '../../regulation/calendar/working-days.ts'
import { daysWords, isWorked, oddities, onDay } from '../calendar/rules.ts'
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

/** Of those the days of work, as the territory has moved them: of the others nobody has to be let go. */
export const daysAwayFromLessons = (calendar: readonly CalendarDays[], ...given: Parameters<typeof releaseDays>): ReleaseDay[] =>
  releaseDays(...given).filter(({ day }) => isWorked(calendar, day))

/** What is odd about a day: nobody is at work, there are holidays or an exam, or nobody knows yet whether people work then. */
export function oddDay(calendar: readonly CalendarDays[], day: Day): string | null {
  const its = onDay(calendar, day)
  const off = its.find(({ kind }) => kind === 'dayOff')
  if (!isWorked(calendar, day))
    return `${off ? daysWords(off) : `${weekday(day)}, выходной или праздничный день`}: освобождать от уроков не нужно`
  const unknown = its.length === 0 && unknownYears(day, day).length > 0
  const said = [...oddities(calendar, day), ...(unknown ? ['переносы выходных этого года ещё не известны: проверьте день'] : [])]
  return said.length === 0 ? null : said.join('; ')
}
