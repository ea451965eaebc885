import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/dates.ts'
import { academicYear, academicYears, periodAfter, periodKey, periodOf } from '../../kernel/periods.ts'
import { type DayExpression, dayExpression, dayOf, dayProblems, dayWords } from './days.ts'

const term = { from: '2021-01-28', to: '2024-01-27' }
const year = periodOf(academicYear(2021), academicYears, term)
const ofYear = { period: year, next: periodAfter(year, academicYears), events: { periodBegan: year.from, periodEnded: year.to } }
const on = (day: string, of: 'period' | 'nextPeriod' = 'period'): DayExpression => ({ kind: 'on', day, of })
const later = (count: number, unit: 'day' | 'workingDay' | 'month'): DayExpression => ({
  kind: 'after',
  count,
  unit,
  event: 'periodEnded',
})
const nth = (
  place: 'first' | 'fifth' | 'last',
  month: '01' | '05' | '09' | 'every',
  of: 'period' | 'nextPeriod' = 'period',
): DayExpression => ({
  of,
  kind: 'nth',
  place,
  weekday: 'thursday',
  month,
})

test.each([
  [on('06-15'), '15 июня', '2022-06-15'],
  [on('09-01'), '1 сентября', '2021-09-01'],
  [on('08-31'), '31 августа', '2022-08-31'],
  [on('10-01', 'nextPeriod'), '1 октября следующего периода', '2022-10-01'],
  [later(10, 'day'), 'через 10 дней после окончания периода', '2022-09-10'],
  [later(3, 'workingDay'), 'через 3 рабочих дня после окончания периода', '2022-09-05'],
  [later(1, 'month'), 'через 1 месяц после окончания периода', '2022-09-30'],
  [later(6, 'month'), 'через 6 месяцев после окончания периода', '2023-02-28'],
  [later(0, 'day'), 'день окончания периода', '2022-08-31'],
  [{ kind: 'before', count: 5, unit: 'day', event: 'periodEnded' }, 'за 5 дней до окончания периода', '2022-08-26'],
  [nth('first', '09'), 'первый четверг сентября', '2021-09-02'],
  [nth('last', '05'), 'последний четверг мая', '2022-05-26'],
  [nth('last', '01', 'nextPeriod'), 'последний четверг января следующего периода', '2023-01-26'],
  [nth('first', 'every'), 'первый четверг каждого месяца', '2022-09-01'],
] as const)('%o is «%s», of 2021/22 that is %s', (expression, words, day) => {
  expect([dayWords(expression), dayOf(expression, ofYear).day]).toEqual([words, day])
  expect(dayProblems(expression, 'academicYear')).toEqual([])
  expect(dayExpression.parse(expression)).toEqual(expression)
})

describe('how a day was found', () => {
  test('the period with its borders, then the day in it', () => {
    expect(dayOf(on('06-15'), ofYear).why).toEqual([
      '2021/22 учебный год — с 1 сентября 2021 г. по 31 августа 2022 г.',
      '15 июня в нём — 15 июня 2022 г.',
    ])
  })

  test('a month that has no such date, and a year whose transfers nobody knows, are told', () => {
    expect(dayOf(later(1, 'month'), ofYear).why.at(-1)).toBe('в том месяце нет такого числа, поэтому взят его последний день')
    const events = { periodEnded: '2030-12-31' }
    expect(dayOf(later(5, 'workingDay'), { ...ofYear, events }).why.at(-1)).toContain(
      'переносы выходных в 2030, 2031 г. неизвестны',
    )
  })

  test('nothing is known while what it is counted from has not come', () => {
    expect(dayOf(later(5, 'day'), { ...ofYear, events: { periodEnded: null } })).toEqual({ day: null, why: [] })
    expect(dayOf(on('10-01', 'nextPeriod'), { ...ofYear, next: null }).day).toBeNull()
    const quarter = periodOf(periodKey('2023-1кв'), academicYears, term)
    expect(dayOf(on('06-15'), { ...ofYear, period: quarter }).day).toBeNull()
  })
})

test.each([
  [on('02-30'), 'academicYear', 'нет в календаре'],
  [on('02-29'), 'calendarYear', 'не каждый год'],
  [on('06-15'), 'quarter', 'не в каждом периоде'],
  [on('06-15'), 'term', 'длиннее года'],
  [on('06-15'), null, 'нет периода'],
  [nth('fifth', 'every'), 'academicYear', 'бывает не всегда'],
] as const)('%o of the period %s never comes, or not always', (expression, kind, problem) => {
  expect(dayProblems(expression, kind).join()).toContain(problem)
})

test('four years of days: months and working days only go forward', () => {
  for (const unit of ['day', 'workingDay', 'month'] as const) {
    let before = ''
    for (let day = '2023-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const found = dayOf(later(1, unit), { ...ofYear, events: { periodEnded: day } }).day ?? ''
      expect(found > day && found >= before).toBe(true)
      before = found
    }
  }
})
