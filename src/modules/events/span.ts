import { addDays, addMonths, isDay, longDate } from '../../kernel/dates.ts'
import type { Day, Period } from '../../kernel/types.ts'
import type { Choice, Filter } from '../../kit/list/filters.ts'
import { monthWords } from '../../ui/content.ts'

/** A month, or one day of it, as an address names it: «2021-11», «2021-11-09». */
export type Span = Period & { readonly to: Day; readonly typed: string }

const lastDayFrom = (first: Day): Day => addDays(addMonths(first, 1), -1)

export function spanOf(typed: string | undefined): Span | null {
  if (typed === undefined || !/^20\d\d-/.test(typed)) return null
  if (isDay(typed)) return { typed, from: typed, to: typed }
  const first = `${typed}-01`
  return isDay(first) ? { typed, from: first, to: lastDayFrom(first) } : null
}

/** Every day of it. */
export function daysOf({ from, to }: Period & { readonly to: Day }): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The month of a day. */
export const monthOf = (day: Day): Span => ({
  typed: day.slice(0, 7),
  from: `${day.slice(0, 7)}-01`,
  to: lastDayFrom(`${day.slice(0, 7)}-01`),
})
export const nextMonth = ({ from }: Span, count: number): Span => monthOf(addMonths(from, count))
export const monthLink = (span: Span) => monthWords(span.from)

const mostMonths = 36

/** The months from one day to another, the earliest first. */
export function monthsBetween(first: Day, last: Day): Span[] {
  const months: Span[] = []
  for (let month = monthOf(first); month.from <= last && months.length < mostMonths; month = nextMonth(month, 1))
    months.push(month)
  return months
}

/** When: a month out of those that hold something, or one day of it that a calendar leads to. */
export const when = <Where>(monthsHeld: (where: Where) => Promise<readonly Span[]>): Filter<Span | null, Where> => ({
  look: 'select',
  label: 'Когда',
  empty: 'Любой месяц',
  choices: async (where, [typed]): Promise<Choice[]> => {
    const asked = spanOf(typed)
    const months = (await monthsHeld(where)).map((span) => ({ value: span.typed, label: monthWords(span.from) }))
    if (!asked || months.some(({ value }) => value === asked.typed)) return months
    return [...months, { value: asked.typed, label: asked.from === asked.to ? longDate(asked.from) : monthWords(asked.from) }]
  },
  read: ([typed]) => spanOf(typed),
  typed: (value) => (value === null ? [] : [value.typed]),
})

/** The day after the last one: a span ends before it. */
export const endOf = ({ to }: Span): Day => addDays(to, 1)
