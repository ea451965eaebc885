import { z } from 'zod'
import { addDays, dayAndMonth, isDay, longDate, longPeriod } from '../../kernel/dates.ts'
import type { Day, Period } from '../../kernel/types.ts'
import { dayProblems, monthDay, nthIn, nthShape, nthWords } from './days.ts'

/** Days of each year on which something is done: from one date to another, also over New Year, or a day of the week in its month. */
export const yearlyWindow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('between'), from: monthDay, to: monthDay }),
  z.strictObject({ kind: z.literal('nth'), ...nthShape }),
])
export type YearlyWindow = z.infer<typeof yearlyWindow>

/** «с 1 по 15 сентября», «с 20 декабря по 15 января», «1 октября», «первый четверг каждого месяца». */
export function windowWords(window: YearlyWindow): string {
  if (window.kind === 'nth') return nthWords({ ...window, of: 'period' })
  const [from, to] = [window.from, window.to].map((day) => (isDay(`2024-${day}`) ? dayAndMonth(`2024-${day}`) : day))
  if (window.from === window.to) return `${to}`
  return window.from.slice(0, 2) === window.to.slice(0, 2) ? `с ${Number(window.from.slice(3))} по ${to}` : `с ${from} по ${to}`
}

/** «7 октября 2021 г.», «с 1 сентября 2027 г. по 15 сентября 2027 г.» */
export const nearestWords = ({ from, to }: Period): string => (from === to ? longDate(from) : longPeriod({ from, to }))

/** What keeps such days from coming each year. */
export function windowProblems(window: YearlyWindow): string[] {
  if (window.kind === 'nth') return dayProblems({ ...window, of: 'period' }, 'calendarYear')
  return [...new Set([window.from, window.to])].flatMap((day) => dayProblems({ kind: 'on', day, of: 'period' }, 'calendarYear'))
}

const isIn = (window: YearlyWindow, day: Day): boolean => {
  const date = day.slice(5)
  if (window.kind === 'between') {
    const [began, goesOn] = [date >= window.from, date <= window.to]
    return window.from <= window.to ? began && goesOn : began || goesOn
  }
  return (window.month === 'every' || window.month === date.slice(0, 2)) && nthIn(window, `${day.slice(0, 7)}-01`) === day
}

/** Whether a day is one of such days. */
export const isWithin = (windows: readonly YearlyWindow[], day: Day): boolean => windows.some((window) => isIn(window, day))

/** The nearest such days, this one counted, from the first to the last on end; null where none comes within two years. */
export function nearestDays(windows: readonly YearlyWindow[], from: Day): (Period & { readonly to: Day }) | null {
  let first = from
  for (let ahead = 0; ahead < 731 && !isWithin(windows, first); ahead++) first = addDays(first, 1)
  if (!isWithin(windows, first)) return null
  let last = first
  for (let ahead = 0; ahead < 366 && isWithin(windows, addDays(last, 1)); ahead++) last = addDays(last, 1)
  return { from: first, to: last }
}

/** What pages that write a regulation call the parts of such days, under the name of their list. */
export const windowCaptions = (list: string): Readonly<Record<string, string>> => ({
  [`${list}.kind`]: 'Какие дни',
  [`${list}.from`]: 'С какого дня: день и месяц',
  [`${list}.to`]: 'По какой день: день и месяц',
  [`${list}.place`]: 'Который по счёту',
  [`${list}.weekday`]: 'День недели',
  [`${list}.month`]: 'Месяц',
})
