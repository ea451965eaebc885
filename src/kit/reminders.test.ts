import { describe, expect, test } from 'vitest'
import { remindersOf, spokenOfIn, warningsAbout, warningsOf } from './reminders.ts'

describe('deadlines', () => {
  const year = { after: '2021-12-31', to: '2022-12-31' }
  test('a deadline is spoken of on the days named before it, and once after', () => {
    expect(remindersOf('2022-06-15', [30, 7, 0], year)).toEqual([
      { onDay: '2022-05-16', what: 'dueSoon' },
      { onDay: '2022-06-08', what: 'dueSoon' },
      { onDay: '2022-06-15', what: 'dueToday' },
      { onDay: '2022-06-16', what: 'overdue' },
    ])
  })
  test('only what falls into the span', () => {
    expect(remindersOf('2022-06-15', [30, 7, 0], { after: '2022-06-08', to: '2022-06-15' })).toEqual([
      { onDay: '2022-06-15', what: 'dueToday' },
    ])
  })
  test('the day itself is named by 0', () => {
    expect(remindersOf('2022-02-10', [7, 0], year).map(({ onDay }) => onDay)).toEqual(['2022-02-03', '2022-02-10', '2022-02-11'])
  })
  test('an ending is spoken of on the days before it, and looked for that far ahead', () => {
    expect(warningsOf('2022-06-30', [90, 30, 7], { after: '2022-05-01', to: '2022-06-23' })).toEqual(['2022-05-31', '2022-06-23'])
    expect(spokenOfIn({ after: '2022-05-01', to: '2022-05-02' }, [30, 7])).toEqual({ from: '2022-05-01', to: '2022-06-01' })
  })
  test('an ending comes near, and was yesterday only where that is said', () => {
    const span = { after: '2022-06-01', to: '2022-07-31' }
    const near = { onDay: '2022-06-23', what: 'soon' }
    expect(warningsAbout('2022-06-30', { days: [30, 7] }, span)).toEqual([near])
    expect(warningsAbout('2022-06-30', { days: [30, 7], after: true }, span)).toEqual([
      near,
      { onDay: '2022-07-01', what: 'over' },
    ])
    expect(warningsAbout('2022-06-30', { days: [7], after: true }, { ...span, to: '2022-06-30' })).toEqual([near])
  })
})
