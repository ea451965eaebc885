import { isDay, longDate } from './dates.ts'
import type { Day } from './types.ts'

const months = Array.from({ length: 12 }, (_, at) =>
  longDate(`2000-${String(at + 1).padStart(2, '0')}-01`).replace(/^\S+ (\S+) .*/, '$1'),
)
const month = `(${months.join('|')})`
/** «15.06.2022»; «15 июня 2022 г.», «с 1 сентября по 15 июня 2022 г.»; the first one of «с 1 по 30 июня 2022 г.» */
const dates = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:\\.(\\d{1,2})\\.(\\d{4})(?!\\d)|\\s+${month}(?:\\s+(\\d{4}))?|(?=\\s+(?:по|до|–|-)\\s+\\d{1,2}\\s+${month}))`,
  'giu',
)

/** A day that stands in a text, and the words it is written with. */
export type FoundDay = { readonly day: Day; readonly words: string; readonly at: number }

/** The days a text names, however they are written. A day without a year is of the next year named after it, or of the one before: «с 1 сентября по 15 июня 2022 г.» */
export function daysIn(text: string): FoundDay[] {
  const found = [...text.matchAll(dates)].flatMap((match) => {
    const [words, date = '', digits, digitYear, named, namedYear, rangeMonth] = match
    const month = digits ?? String(months.indexOf((named ?? rangeMonth ?? '').toLowerCase()) + 1)
    const own = digitYear ?? namedYear
    const year = own ?? /\b(\d{4})\b/.exec(text.slice(match.index))?.[1]
    const on = (of: string | number | undefined) => `${of}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    return isDay(on(year)) ? [{ day: on(year), before: own ? null : on(Number(year) - 1), words, at: match.index }] : []
  })
  return found.map(({ day, before, words, at }, index) => {
    const next = found[index + 1]
    return { day: before !== null && next && day > next.day && isDay(before) ? before : day, words, at }
  })
}
