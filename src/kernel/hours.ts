import { instantOf, localTime } from './clock.ts'
import { longDate, weekday } from './dates.ts'
import type { Day, Instant } from './types.ts'

export type Zone = { readonly timeZone: string }
export type Times = { readonly startsAt: Instant; readonly endsAt: Instant }
type Hours = { readonly day: Day; readonly from: string; readonly until: string }

/** The day and hours by the clock of the territory. */
export function hoursOf({ startsAt, endsAt }: Times, { timeZone }: Zone): Hours {
  const start = localTime(startsAt, timeZone)
  return { day: start.day, from: start.time.slice(0, 5), until: localTime(endsAt, timeZone).time.slice(0, 5) }
}

/** «21 октября 2021 г., четверг, 10:20–11:05» */
export function whenWords(times: Times, zone: Zone): string {
  const { day, from, until } = hoursOf(times, zone)
  return `${longDate(day)}, ${weekday(day)}, ${from}–${until}`
}

/** The moments of a day and hours typed by the clock of the territory; what begins on a day ends on it. */
export const timesOf = ({ day, from, until }: Hours, { timeZone }: Zone): Times => ({
  startsAt: instantOf(day, `${from}:00`, timeZone),
  endsAt: instantOf(day, `${until}:00`, timeZone),
})
