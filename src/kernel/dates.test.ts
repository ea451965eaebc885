import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  contains,
  daysBetween,
  dayWithin,
  isDay,
  isFar,
  lacksYear,
  lastDayOfMonths,
  later,
  longDate,
  longSpan,
  overlaps,
  parseDay,
  shortDate,
  shortPeriod,
} from './dates.ts'

test('a day that the calendar does not have is no day', () => {
  expect(['2022-06-15', '2024-02-29', '2022-06-31', '2023-02-29', '2022-6-1', 'нет'].map(isDay)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

test('people write dates in several ways', () => {
  expect(['15.06.2022', ' 15.6.22 ', '15,06,2022', '15/06/2022 г.', '2022-06-15'].map(parseDay)).toEqual(
    Array(5).fill('2022-06-15'),
  )
  for (const text of [
    '15 июня 2022',
    '15 июня 2022 г.',
    '15 ИЮНЯ 2022 года',
    '15 . 06 . 2022',
    '15 06 2022',
    '15. 6.22г.',
    ' 2022 - 06 - 15 ',
  ])
    expect(parseDay(text), text).toBe('2022-06-15')
  for (const text of [
    '31.06.2022',
    '31 июня 2022',
    '15 июна 2022',
    '15 июня',
    '',
    '15.06',
    '1 5.06.2022',
    '150622',
    '15.13.2022',
  ])
    expect(parseDay(text), text).toBeNull()
  expect(longDate('2021-09-15')).toBe('15 сентября 2021 г.')
  expect(parseDay(longDate('2021-09-15'))).toBe('2021-09-15')
})

test('a day without its year is known as such', () => {
  expect(['15.09', '15 сентября', '15.09.', '29.02', '31.06', 'сентябрь', '15.09.2021'].map(lacksYear)).toEqual([
    ...Array(4).fill(true),
    ...Array(3).fill(false),
  ])
})

test('months are added inside the calendar', () => {
  expect(addMonths('2021-01-31', 1)).toBe('2021-02-28')
  expect(addMonths('2024-02-29', 36)).toBe('2027-02-28')
  expect(addMonths('2021-08-24', 36)).toBe('2024-08-24')
})

test('months end on the day before the same date, or with the month that has no such date', () => {
  expect(lastDayOfMonths('2021-08-24', 36)).toBe('2024-08-23')
  expect(lastDayOfMonths('2024-02-29', 36)).toBe('2027-02-28')
  expect(lastDayOfMonths('2024-02-29', 48)).toBe('2028-02-28')
  expect(lastDayOfMonths('2021-08-31', 6)).toBe('2022-02-28')
  expect(lastDayOfMonths('2021-12-31', 12)).toBe('2022-12-30')
  expect(lastDayOfMonths('2021-03-01', 12)).toBe('2022-02-28')
})

test('dates read as Russian', () => {
  expect(longDate('2022-06-15')).toBe('15 июня 2022 г.')
  expect(shortDate('2022-06-05')).toBe('05.06.2022')
  expect(shortPeriod({ from: '2022-06-05', to: '2022-06-05' })).toBe('05.06.2022')
})

test('adding days and counting them agree, over any leap year', () => {
  const days = fc.integer({ min: -40_000, max: 40_000 })
  fc.assert(
    fc.property(days, days, (start, count) => {
      const from = addDays('2000-01-01', start)
      return daysBetween(from, addDays(from, count)) === count && isDay(from)
    }),
  )
})

test('two periods overlap exactly when some day is in both', () => {
  const period = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 20 }))).map(([start, length]) => ({
    from: addDays('2022-01-01', start),
    to: length === null ? null : addDays('2022-01-01', start + length),
  }))
  const days = Array.from({ length: 120 }, (_, index) => addDays('2022-01-01', index))
  fc.assert(fc.property(period, period, (a, b) => overlaps(a, b) === days.some((day) => contains(a, day) && contains(b, day))))
})

test('the later of two days, whichever is said first', () => {
  expect([later('2022-06-15', '2022-06-16'), later('2022-06-16', '2022-06-15')]).toEqual(['2022-06-16', '2022-06-16'])
})

test('a day without a year is found in a period that holds it once', () => {
  const year = { from: '2021-09-01', to: '2022-08-31' }
  expect(['15.09', '1 сентября', '31 августа', '29.02', '31.06'].map((text) => dayWithin(text, year))).toEqual([
    '2021-09-15',
    '2021-09-01',
    '2022-08-31',
    null,
    null,
  ])
  expect(dayWithin('15.09', { from: '2021-09-01', to: '2022-09-30' })).toBeNull()
  expect(dayWithin('15.09', { from: '2021-10-01', to: '2021-12-31' })).toBeNull()
  expect(dayWithin('15.09.2021', year)).toBeNull()
  expect(dayWithin('15.09', { from: '2021-09-01', to: null })).toBeNull()
})

test('a day is far six years ahead and fifty years back', () => {
  expect(['1972-05-31', '1972-06-01', '2028-06-01', '2028-06-02'].map((day) => isFar(day, '2022-06-01'))).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('a span of one day is that day', () => {
  expect(longSpan('2021-12-01', '2021-12-01')).toBe('1 декабря 2021 г.')
  expect(longSpan('2021-12-01', '2021-12-02')).toBe('с 1 декабря 2021 г. по 2 декабря 2021 г.')
})
