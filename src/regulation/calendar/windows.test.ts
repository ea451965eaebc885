import { describe, expect, test } from 'vitest'
import { isWithin, nearestDays, windowProblems, windowWords, type YearlyWindow } from './windows.ts'

const september: YearlyWindow = { kind: 'between', from: '09-01', to: '09-15' }
const newYear: YearlyWindow = { kind: 'between', from: '12-20', to: '01-15' }
const thursdays: YearlyWindow = { kind: 'nth', place: 'first', weekday: 'thursday', month: 'every' }

describe('days of each year on which something is done', () => {
  test('are said as a paper says them', () => {
    expect([september, newYear, { ...september, to: '09-01' }, thursdays].map(windowWords)).toEqual([
      'с 1 по 15 сентября',
      'с 20 декабря по 15 января',
      '1 сентября',
      'первый четверг каждого месяца',
    ])
  })

  test('both ends belong to them, also over New Year', () => {
    const of = (window: YearlyWindow, ...days: string[]) => days.map((day) => isWithin([window], day))
    expect(of(september, '2026-08-31', '2026-09-01', '2026-09-15', '2026-09-16')).toEqual([false, true, true, false])
    expect(of(newYear, '2026-12-19', '2026-12-20', '2027-01-15', '2027-01-16')).toEqual([false, true, true, false])
    expect(of(thursdays, '2026-10-01', '2026-10-08', '2026-11-05')).toEqual([true, false, true])
    expect(of({ ...thursdays, month: '10' }, '2026-10-01', '2026-11-05')).toEqual([true, false])
  })

  test('the nearest are found from this day on, whichever of several comes first', () => {
    expect(nearestDays([september], '2026-09-16')).toEqual({ from: '2027-09-01', to: '2027-09-15' })
    expect(nearestDays([september], '2026-09-10')).toEqual({ from: '2026-09-10', to: '2026-09-15' })
    expect(nearestDays([september, thursdays], '2026-09-16')).toEqual({ from: '2026-10-01', to: '2026-10-01' })
    expect(nearestDays([newYear], '2026-11-01')).toEqual({ from: '2026-12-20', to: '2027-01-15' })
  })

  test('that never come, or not each year, are refused', () => {
    expect(windowProblems({ kind: 'between', from: '02-30', to: '03-01' })).toEqual(['дня «30.02» нет в календаре'])
    expect(windowProblems({ kind: 'between', from: '02-01', to: '02-29' })).toEqual(['29 февраля бывает не каждый год'])
    expect(windowProblems({ ...thursdays, place: 'fifth' })).toHaveLength(1)
    expect([september, newYear, thursdays].flatMap(windowProblems)).toEqual([])
  })
})
