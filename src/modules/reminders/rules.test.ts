import { describe, expect, test } from 'vitest'
import { assignmentReminders, dayToTell, readingReminder, reportReminders, signedFor, spanOf } from './rules.ts'

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

describe('deadlines', () => {
  const year = { after: '2021-12-31', to: '2022-12-31' }
  test('a report is spoken of on the days of its regulation, and once after', () => {
    expect(reportReminders('2022-06-15', [30, 7, 0], year)).toEqual([
      { onDay: '2022-05-16', what: 'dueSoon' },
      { onDay: '2022-06-08', what: 'dueSoon' },
      { onDay: '2022-06-15', what: 'dueToday' },
      { onDay: '2022-06-16', what: 'overdue' },
    ])
  })
  test('only what falls into the span', () => {
    expect(reportReminders('2022-06-15', [30, 7, 0], { after: '2022-06-08', to: '2022-06-15' })).toEqual([
      { onDay: '2022-06-15', what: 'dueToday' },
    ])
  })
  test('a point of an order is spoken of a week before, on the day and once after', () => {
    expect(assignmentReminders('2022-02-10', year).map(({ onDay }) => onDay)).toEqual(['2022-02-03', '2022-02-10', '2022-02-11'])
  })
  test('an order not read is spoken of a week after it was signed', () => {
    expect(readingReminder('2022-01-28')).toBe('2022-02-04')
    expect(signedFor({ after: '2022-02-03', to: '2022-02-04' })).toEqual({ after: '2022-01-27', to: '2022-01-28' })
  })
})
