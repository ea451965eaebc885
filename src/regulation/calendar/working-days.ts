import { z } from 'zod'
import { addDays } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import known from './production-calendar.json' with { type: 'json' }

const monthDay = z.string().regex(/^\d{2}-\d{2}$/)
const yearOfCalendar = z.strictObject({ act: z.string().min(1), off: z.array(monthDay), working: z.array(monthDay) })
/** By year: the act that moves days off, the weekdays it makes free, the Saturdays and Sundays on which people work. */
const productionCalendar = z.record(z.string().regex(/^\d{4}$/), yearOfCalendar)
type ProductionCalendar = z.infer<typeof productionCalendar>

let calendar: ProductionCalendar = productionCalendar.parse(known)

/** The installation has a calendar of its own: its years stand in place of those known to the product. Throws for what is no calendar. */
export function installCalendar(data: unknown): void {
  calendar = { ...calendar, ...productionCalendar.parse(data) }
}

/** Days that are never worked (ТК РФ, ст. 112). */
const holidays = new Set('01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04'.split(' '))

/** Whether people work on a day; in a year whose transfers nobody knows, on every weekday that is no holiday. */
export function isWorkingDay(day: Day): boolean {
  const date = day.slice(5)
  const year = calendar[day.slice(0, 4)]
  if (year?.working.includes(date)) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(date) && !year?.off.includes(date)
}

/** Whether a day is free for everybody by law: a holiday, or a weekday made free; a plain Saturday or Sunday is none. */
export const isHoliday = (day: Day): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return !isWorkingDay(day) && (holidays.has(day.slice(5)) || (weekday !== 0 && weekday !== 6))
}

/** The day so many working days after another, or before it. */
export function addWorkingDays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1
  let [at, left] = [day, Math.abs(count)]
  while (left > 0) {
    at = addDays(at, step)
    if (isWorkingDay(at)) left--
  }
  return at
}

/** Years between two days whose transfers of days off are not known. */
export const unknownYears = (one: Day, other: Day): string[] => {
  const [from, to] = [Number(one.slice(0, 4)), Number(other.slice(0, 4))].toSorted((a, b) => a - b)
  const years = Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) => String((from ?? 0) + index))
  return years.filter((year) => !(year in calendar))
}
