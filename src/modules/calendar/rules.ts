import { daysBetween, longDate, shortPeriod } from '../../kernel/dates.ts'
import { lower } from '../../kernel/names.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import type { CalendarDays, CalendarKind } from '../../regulation/calendar/school-year.ts'
import { isHoliday, isWorkingDay } from '../../regulation/calendar/working-days.ts'

/** More days in a row than any holidays or exams have: one of the years was typed wrong. */
const mostDays: Readonly<Record<CalendarKind, number>> = { holidays: 120, exam: 60, dayOff: 14, workDay: 14 }

/** What is wrong with the days. */
export function wrongSpan({ kind, startsOn, endsOn }: Omit<CalendarDays, 'title'>): RuleRefusal[] {
  if (endsOn < startsOn) return [no('calendar.endsBeforeStart', { field: 'endsOn' })]
  const most = mostDays[kind]
  return daysBetween(startsOn, endsOn) >= most ? [no('calendar.tooLong', { field: 'endsOn', params: { most } })] : []
}

/** The same days under the same name stand in the calendar once. */
export const notThere = (isThere: boolean): RuleRefusal[] => (isThere ? [no('calendar.isThere', { field: 'title' })] : [])

export const onDay = <Days extends CalendarDays>(all: readonly Days[], day: Day): Days[] =>
  all.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)

const kinds: Readonly<Record<CalendarKind, { readonly word: string; readonly says: RegExp }>> = {
  holidays: { word: 'каникулы', says: /каникул/i },
  exam: { word: 'экзамен', says: /экзамен/i },
  dayOff: { word: 'нерабочий день', says: /нерабоч|выходн/i },
  workDay: { word: 'рабочий день вместо выходного', says: /рабоч/i },
}

/** «осенние каникулы», «экзамен: ОГЭ, математика»: the kind is said where the name does not say it. */
export function daysWords({ kind, title }: Pick<CalendarDays, 'kind' | 'title'>): string {
  const { word, says } = kinds[kind]
  return says.test(title) ? lower(title) : `${word}: ${title}`
}

/** Whether people work on a day: by the production calendar, or as the territory has moved it. */
export function isWorked(all: readonly CalendarDays[], day: Day): boolean {
  const its = onDay(all, day)
  return its.some(({ kind }) => kind === 'workDay') || (isWorkingDay(day) && !its.some(({ kind }) => kind === 'dayOff'))
}

/** What speaks against holding something with people of schools on a day. Nothing is forbidden by it. */
export function oddities(all: readonly CalendarDays[], day: Day): string[] {
  const its = onDay(all, day)
  const own = its.filter(({ kind }) => kind !== 'workDay').map(daysWords)
  const isSaid = its.some(({ kind }) => kind === 'workDay' || kind === 'dayOff')
  return [...own, ...(isHoliday(day) && !isSaid ? ['праздничный день или перенесённый выходной'] : [])]
}

/** The same in a sentence, with its day; null where the day is as any other. */
export function oddityWords(all: readonly CalendarDays[], day: Day): string | null {
  const found = oddities(all, day)
  return found.length === 0 ? null : `${longDate(day)} — ${found.join('; ')}`
}

/** «осенние каникулы, 01.11.2021 – 07.11.2021»: what of the calendar lies within a period is said where a day of it is chosen. */
export const spanWords = (days: CalendarDays): string =>
  `${daysWords(days)}, ${shortPeriod({ from: days.startsOn, to: days.endsOn })}`

/** Before a day is chosen the nearest of them are named. */
const mostNamed = 4
/** «Учтите календарь: осенние каникулы, 01.11.2021 – 07.11.2021; ещё 3 — в календаре территории»; null where it says nothing of these days. */
export function namedWords(all: readonly CalendarDays[]): string | null {
  const against = all.filter(({ kind }) => kind !== 'workDay')
  const rest = against.length - mostNamed
  const named = against.slice(0, mostNamed).map(spanWords)
  return named.length === 0
    ? null
    : `Учтите календарь территории: ${[...named, ...(rest > 0 ? [`и ещё ${rest}`] : [])].join('; ')}`
}
