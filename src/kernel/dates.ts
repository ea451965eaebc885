import type { Day, Period } from './types.ts'

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]
const nominative = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]
const weekdays = ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота']

const partsOf = (day: Day) => day.split('-').map(Number) as [year: number, month: number, date: number]
const asDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)
const asMs = (day: Day) => Date.parse(`${day}T00:00:00Z`)

/** Whether the text is a day that exists in the calendar (29 February included, 31 June not). */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = asMs(text)
  return !Number.isNaN(ms) && asDay(ms) === text
}

const monthAt = (text: string): string => (/^\d/.test(text) ? text : String(months.indexOf(text.toLowerCase()) + 1))

/** Reads «15.06.2022», «15 июня 2022 г.», 15.6.22, 2022-06-15, with spaces between the parts or none; null when no such day exists. */
export function parseDay(text: string): Day | null {
  const iso = text.replace(/\s+/g, '')
  if (isDay(iso)) return iso
  const found = /^(\d{1,2})(?:\s*[.,/-]\s*|\s+)(\d{1,2}|[а-я]+)(?:\s*[.,/-]\s*|\s+)(\d{4}|\d{2})\s*(?:г\.?|года)?$/i.exec(
    text.trim(),
  )
  if (!found) return null
  const [, date = '', month = '', year = ''] = found
  const day = `${year.length === 2 ? `20${year}` : year}-${monthAt(month).padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** «15.09», «15 сентября»: a day and a month of some year. */
export const lacksYear = (text: string): boolean => parseDay(`${text.trim().replace(/[.,/-]$/, '')}.2024`) !== null

/** «15 сентября» inside a period of a year or less: the day of that name; null when there is none, or more than one. */
export function dayWithin(text: string, { from, to }: Period): Day | null {
  if (!lacksYear(text) || to === null) return null
  const years = [...new Set([from, to].map((day) => day.slice(0, 4)))]
  const days = years.map((year) => parseDay(`${text.trim().replace(/[.,/-]$/, '')}.${year}`))
  const [day, other] = days.filter((one) => one !== null && from <= one && one <= to)
  return other === undefined ? (day ?? null) : null
}

/** How far a day of the work may lie and not be asked about: some years ahead, most of a working life back. */
const monthsAhead = 72
const monthsBack = 600
/** A day that is possible and hardly meant: a slip of the pen in the year. */
export const isFar = (day: Day, today: Day): boolean => day > addMonths(today, monthsAhead) || day < addMonths(today, -monthsBack)

/** The later of two days. */
export const later = (one: Day, other: Day): Day => (one < other ? other : one)
/** The earlier of two days. */
export const earlier = (one: Day, other: Day): Day => (one < other ? one : other)

export const addDays = (day: Day, days: number): Day => asDay(asMs(day) + days * 86_400_000)
export const dayBefore = (day: Day): Day => addDays(day, -1)
export const daysBetween = (from: Day, to: Day): number => Math.round((asMs(to) - asMs(from)) / 86_400_000)

/** The same date some months later; 31 January plus one month is the last day of February. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = partsOf(day)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return asDay(Date.UTC(year, month - 1 + count, Math.min(date, last)))
}

/** The last of so many months that begin on a day. What begins on a date that the last month has not lasts to the end of it: 29.02.2024 – 28.02.2027. */
export function lastDayOfMonths(from: Day, count: number): Day {
  const same = addMonths(from, count)
  return same.slice(-2) === from.slice(-2) ? dayBefore(same) : same
}

export const contains = (period: Period, day: Day): boolean => period.from <= day && (period.to === null || day <= period.to)
export const overlaps = (a: Period, b: Period): boolean => (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to)

/** «15 июня 2022 г.» */
export function longDate(day: Day): string {
  const [year, month, date] = partsOf(day)
  return `${date} ${months[month - 1]} ${year} г.`
}

/** «15 июня» — for deadlines of the current year. */
export function dayAndMonth(day: Day): string {
  const [, month, date] = partsOf(day)
  return `${date} ${months[month - 1]}`
}

/** «15.06.2022» */
export const shortDate = (day: Day): string => day.split('-').reverse().join('.')

/** «среда» */
export const weekday = (day: Day): string => weekdays[new Date(asMs(day)).getUTCDay()]!

/** «сентябрь» for 9 */
export const monthName = (month: number): string => nominative[month - 1]!

/** «с 1 сентября 2021 г. по 31 августа 2022 г.» */
export const longPeriod = (period: Period): string =>
  period.to === null ? `с ${longDate(period.from)}` : `с ${longDate(period.from)} по ${longDate(period.to)}`

/** The same of days that are known both: one day is said once. */
export const longSpan = (from: Day, to: Day): string => (from === to ? longDate(from) : longPeriod({ from, to }))

/** «01.09.2021–31.08.2022», one day alone when both ends meet. */
export function shortPeriod(period: Period): string {
  if (period.to === null) return `с ${shortDate(period.from)}`
  return period.from === period.to ? shortDate(period.from) : `${shortDate(period.from)} – ${shortDate(period.to)}`
}
