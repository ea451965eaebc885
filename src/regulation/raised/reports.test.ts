import { expect, test } from 'vitest'
import { reportsRaised } from './reports.ts'

const old = {
  report: { clause: ['4.3'], period: 'academicYear', due: null, to: 'operator', acceptedBy: 'operator', criteria: [] },
}

test('the one report is the first of several, under the same clause', () => {
  expect(reportsRaised(old)).toEqual({
    report: {
      clause: ['4.3'],
      kinds: [
        {
          ...{ code: 'report', title: null, unit: 'academicYear', due: null, form: 'assembled' },
          ...{ to: 'operator', acceptedBy: 'operator', criteria: [], clause: ['4.3'] },
        },
      ],
    },
  })
})

test('may be taken twice, and leaves a paper that asks for none', () => {
  expect(reportsRaised(reportsRaised(old))).toEqual(reportsRaised(old))
  expect(reportsRaised({ report: null })).toEqual({ report: null })
  expect(reportsRaised('x')).toBe('x')
})
