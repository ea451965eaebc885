import { expect, test } from 'vitest'
import { periodsRaised } from './periods.ts'

const old = {
  plan: { clause: ['4.2'], columns: [] },
  planVersions: { clause: ['4.2'], reasonRequired: false },
  report: { clause: ['4.3'], due: '06-15', criteria: [], reminders: [30] },
}

test('what was of an academic year says so, a date is a day of the period, reminders are nothing of the paper', () => {
  expect(periodsRaised(old)).toEqual({
    academicYear: null,
    plan: { clause: ['4.2'], columns: [], period: 'academicYear' },
    planVersions: null,
    report: { clause: ['4.3'], period: 'academicYear', due: { kind: 'on', day: '06-15', of: 'period' }, criteria: [] },
  })
})

test('may be taken twice, and leaves what is none of it', () => {
  expect(periodsRaised(periodsRaised(old))).toEqual(periodsRaised(old))
  const other = { academicYear: null, plan: null, report: null, planVersions: { clause: ['1'], reasonRequired: true } }
  expect(periodsRaised(other)).toEqual(other)
  expect(periodsRaised('x')).toBe('x')
})
