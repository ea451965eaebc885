import { z } from 'zod'
import { addDays, addMonths, dayAndMonth, isDay, longDate, longPeriod } from '../../kernel/dates.ts'
import { type NamedPeriod, type PeriodKind, periodName } from '../../kernel/periods.ts'
import { keysOf } from '../../kernel/records.ts'
import type { Day } from '../../kernel/types.ts'
import { addSpan, spanUnit, spanWords } from './spans.ts'
import { unknownYears } from './working-days.ts'

/** What a day may be counted from, as it stands after «после» and «до». */
const eventWords = {
  periodEnded: 'окончания периода',
  periodBegan: 'начала периода',
  practiceFinished: 'завершения практики',
} as const
export type DayEvent = keyof typeof eventWords

export const monthDay = z.string().regex(/^\d{2}-\d{2}$/)
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const places = ['first', 'second', 'third', 'fourth', 'fifth', 'last'] as const
const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', 'every'] as const

/** A day of the week in a month, or in each. */
export const nthShape = { place: z.enum(places), weekday: z.enum(weekdays), month: z.enum(months) }

const counting = { count: z.int().min(0).max(366), unit: spanUnit, event: z.enum(keysOf(eventWords)) }
/** A day as a paper says it: a date of a period, so long before or after something, the second Thursday of a month. */
export const dayExpression = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on'), day: monthDay, of: z.enum(['period', 'nextPeriod']) }),
  z.strictObject({ kind: z.literal('after'), ...counting }),
  z.strictObject({ kind: z.literal('before'), ...counting }),
  z.strictObject({ kind: z.literal('nth'), ...nthShape, of: z.enum(['period', 'nextPeriod']) }),
])
export type DayExpression = z.infer<typeof dayExpression>
type Nth = Extract<DayExpression, { kind: 'nth' }>

const weekdayWords = {
  monday: ['m', 'понедельник'],
  tuesday: ['m', 'вторник'],
  wednesday: ['f', 'среда'],
  thursday: ['m', 'четверг'],
  friday: ['f', 'пятница'],
  saturday: ['f', 'суббота'],
  sunday: ['n', 'воскресенье'],
} as const
const placeWords = {
  m: { first: 'первый', second: 'второй', third: 'третий', fourth: 'четвёртый', fifth: 'пятый', last: 'последний' },
  f: { first: 'первая', second: 'вторая', third: 'третья', fourth: 'четвёртая', fifth: 'пятая', last: 'последняя' },
  n: { first: 'первое', second: 'второе', third: 'третье', fourth: 'четвёртое', fifth: 'пятое', last: 'последнее' },
} as const

/** «первый четверг каждого месяца» */
export function nthWords({ place, weekday, month, of }: Nth): string {
  const [gender, word] = weekdayWords[weekday]
  const when = month === 'every' ? 'каждого месяца' : dayAndMonth(`2023-${month}-01`).slice(2)
  const later = month !== 'every' && of === 'nextPeriod' ? ' следующего периода' : ''
  return `${placeWords[gender][place]} ${word} ${when}${later}`
}

/** «15 июня», «1 октября следующего периода», «через 10 рабочих дней после окончания периода», «последняя пятница мая». */
export function dayWords(expression: DayExpression): string {
  switch (expression.kind) {
    case 'on': {
      const day = isDay(`2024-${expression.day}`)
        ? dayAndMonth(`2024-${expression.day}`)
        : expression.day.split('-').reverse().join('.')
      return expression.of === 'nextPeriod' ? `${day} следующего периода` : day
    }
    case 'after':
    case 'before': {
      const { count, unit, event, kind } = expression
      if (count === 0) return `день ${eventWords[event]}`
      const long = spanWords({ count, unit })
      return kind === 'after' ? `через ${long} после ${eventWords[event]}` : `за ${long} до ${eventWords[event]}`
    }
    case 'nth':
      return nthWords(expression)
  }
}

/** What keeps a day from coming: a date no year has, a date not each of the periods has, a fifth Monday. */
export function dayProblems(expression: DayExpression, kind: PeriodKind | null): string[] {
  if (expression.kind === 'nth') {
    if (expression.place === 'fifth') return [`день «${dayWords(expression)}» бывает не всегда: пятой недели может не быть`]
    const isYear = kind === 'academicYear' || kind === 'calendarYear'
    return expression.month === 'every' || isYear
      ? []
      : [`день «${dayWords(expression)}» есть не в каждом периоде: считайте от его окончания`]
  }
  if (expression.kind !== 'on') return []
  const { day } = expression
  if (!isDay(`2024-${day}`)) return [`дня «${dayWords(expression)}» нет в календаре`]
  if (day === '02-29') return ['29 февраля бывает не каждый год']
  if (kind === null) return ['здесь нет периода, от которого считать день: назовите срок после события']
  if (kind === 'half' || kind === 'quarter')
    return [`день «${dayWords(expression)}» есть не в каждом периоде: считайте от его окончания`]
  return kind === 'term' ? ['срок статуса бывает длиннее года: считайте день от его начала или окончания'] : []
}

/** What is known where a day is asked for. An event that has not come is null. */
export type DayFacts = {
  readonly period: NamedPeriod | null
  readonly next: NamedPeriod | null
  readonly events: Partial<Readonly<Record<DayEvent, Day | null>>>
}
/** Which day it is, and how it was found, step by step; null while what it is counted from has not come. */
export type FoundDay = { readonly day: Day | null; readonly why: readonly string[] }

/** The day that an expression means. */
export function dayOf(expression: DayExpression, facts: DayFacts): FoundDay {
  switch (expression.kind) {
    case 'on':
      return dateOf(expression.day, expression.of === 'period' ? facts.period : facts.next)
    case 'nth':
      return nthOf(expression, expression.month === 'every' || expression.of === 'period' ? facts.period : facts.next)
    default:
      return countedFrom(expression, facts.events[expression.event] ?? null)
  }
}

const unknown: FoundDay = { day: null, why: [] }

function dateOf(date: string, period: NamedPeriod | null): FoundDay {
  if (period === null) return unknown
  const year = Number(period.from.slice(0, 4))
  const day = `${date >= period.from.slice(5) ? year : year + 1}-${date}`
  if (!isDay(day) || (period.to !== null && day > period.to)) return unknown
  return { day, why: [`${periodName(period.key)} — ${longPeriod(period)}`, `${dayAndMonth(day)} в нём — ${longDate(day)}`] }
}

type Counted = Exclude<DayExpression, { kind: 'on' | 'nth' }>

function countedFrom(expression: Counted, from: Day | null): FoundDay {
  if (from === null) return unknown
  const { unit, event, kind } = expression
  const count = kind === 'after' ? expression.count : -expression.count
  const day = addSpan(from, { count, unit })
  const why = [`день ${eventWords[event]} — ${longDate(from)}`, `${dayWords(expression)} — ${longDate(day)}`]
  if (unit === 'month' && day.slice(8) !== from.slice(8))
    why.push('в том месяце нет такого числа, поэтому взят его последний день')
  const years = unit === 'workingDay' ? unknownYears(from, day) : []
  if (years.length > 0) why.push(`переносы выходных в ${years.join(', ')} г. неизвестны: учтены субботы, воскресенья и праздники`)
  return { day, why }
}

/** In a named month the first on or after the beginning of the period; of every month the first after the end of it. */
function nthOf(expression: Nth, period: NamedPeriod | null): FoundDay {
  const { month } = expression
  const from = month === 'every' ? period?.to && addDays(period.to, 1) : period?.from
  if (!period || !from) return unknown
  const begins = `${from.slice(0, 7)}-01`
  for (let ahead = 0; ahead <= 24; ahead++) {
    const first = addMonths(begins, ahead)
    const day = month === 'every' || first.slice(5, 7) === month ? nthIn(expression, first) : null
    if (day !== null && day >= from) return { day, why: [`${nthWords(expression)} — ${longDate(day)}`] }
  }
  return unknown
}

/** The day of a month by its first; null when the month has none. */
export function nthIn({ place, weekday }: Pick<Nth, 'place' | 'weekday'>, first: Day): Day | null {
  const wanted = (weekdays.indexOf(weekday) + 1) % 7
  const offset = (wanted - new Date(`${first}T00:00:00Z`).getUTCDay() + 7) % 7
  const days = [0, 7, 14, 21, 28]
    .map((more) => addDays(first, offset + more))
    .filter((day) => day.slice(0, 7) === first.slice(0, 7))
  return (place === 'last' ? days.at(-1) : days[places.indexOf(place)]) ?? null
}
