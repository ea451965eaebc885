import { describe, expect, test } from 'vitest'
import { dayToTell, spanOf } from './rules.ts'

describe('which days are told', () => {
  test('every day after the last run, today included', () => {
    expect(spanOf('2022-06-10', '2022-06-13')).toEqual({ after: '2022-06-10', to: '2022-06-13' })
  })
  test('nothing when the day has been told already, or the clock stands earlier', () => {
    expect(spanOf('2022-06-13', '2022-06-13')).toBeNull()
    expect(spanOf('2022-06-14', '2022-06-13')).toBeNull()
  })
  test('the first run tells one day', () => {
    expect(spanOf(null, '2022-06-13')).toEqual({ after: '2022-06-12', to: '2022-06-13' })
  })
  test('after a long silence only sixty days are made up for', () => {
    expect(spanOf('2021-01-01', '2022-06-13')).toEqual({ after: '2022-04-14', to: '2022-06-13' })
  })
  test('a day is told from seven in the morning', () => {
    expect(dayToTell({ day: '2022-06-13', time: '06:59:59' })).toBe('2022-06-12')
    expect(dayToTell({ day: '2022-06-13', time: '07:00:00' })).toBe('2022-06-13')
  })
})
