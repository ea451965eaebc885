import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/dates.ts'
import { addWorkingDays, installCalendar, isWorkingDay, unknownYears } from './working-days.ts'

const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, at) => addDays(`${year}-01-01`, at)).filter((day) => day.startsWith(`${year}`))

describe('the production calendar', () => {
  test.each([
    [2020, 248],
    [2021, 247],
    [2022, 247],
    [2023, 247],
    [2024, 248],
    [2025, 247],
    [2026, 247],
  ])('%i has %i working days of five a week', (year, count) => {
    expect(daysOf(year).filter(isWorkingDay)).toHaveLength(count)
  })

  test.each([
    ['2024-04-27', true],
    ['2024-04-29', false],
    ['2025-11-01', true],
    ['2025-11-03', false],
    ['2026-01-09', false],
    ['2023-06-12', false],
    ['2023-06-13', true],
  ])('people work on %s: %s', (day, works) => {
    expect(isWorkingDay(day)).toBe(works)
  })

  test('of a year nobody knows, weekends and holidays alone are free, and it is told', () => {
    expect(['2031-01-08', '2031-01-09', '2031-05-03', '2031-05-09', '2031-05-12'].map(isWorkingDay)).toEqual([
      false,
      true,
      false,
      false,
      true,
    ])
    expect(unknownYears('2026-12-30', '2027-01-15')).toEqual(['2027'])
    expect(unknownYears('2024-01-01', '2025-01-15')).toEqual([])
  })

  test('so many working days after a day and before it are the same days', () => {
    expect([addWorkingDays('2023-12-29', 1), addWorkingDays('2023-12-29', 10)]).toEqual(['2024-01-09', '2024-01-22'])
    expect([addWorkingDays('2024-01-09', -1), addWorkingDays('2024-05-13', -1), addWorkingDays('2024-05-13', 0)]).toEqual([
      '2023-12-29',
      '2024-05-08',
      '2024-05-13',
    ])
    for (const day of daysOf(2024).filter(isWorkingDay)) expect(addWorkingDays(addWorkingDays(day, 7), -7)).toBe(day)
  })

  test('an installation puts its own years in place of those known; what is no calendar is refused', () => {
    installCalendar({ '2032': { act: 'постановление', off: ['03-09'], working: ['03-06'] } })
    expect(['2032-03-09', '2032-03-06'].map(isWorkingDay)).toEqual([false, true])
    expect(unknownYears('2032-01-01', '2032-01-02')).toEqual([])
    expect(() => installCalendar({ '2032': { off: ['9 марта'] } })).toThrow()
  })
})
