// Proves R-31.
import { expect, test } from 'vitest'
import { wrongEnd, wrongExpert } from './pool-rules.ts'

const rules = (refusals: readonly { rule: string }[]) => refusals.map(({ rule }) => rule)

test('an expert has a place of work and directions the regulation knows', () => {
  const known = new Set(['math'])
  expect(wrongExpert({ employer: 'Институт', directions: ['math'] }, known)).toEqual([])
  expect(rules(wrongExpert({ employer: '', directions: [] }, known))).toEqual(['expert.needsEmployer'])
  expect(rules(wrongExpert({ employer: 'Институт', directions: ['math', 'chess'] }, known))).toEqual(['expert.unknownDirection'])
  expect(wrongExpert({ employer: 'Институт', directions: ['chess'] }, new Set())).toEqual([])
})

test('nobody leaves before the first day, nor with reviews to write', () => {
  const end = { startsOn: '2021-01-28', endsOn: '2021-01-28', openReviews: 0 } as const
  expect(wrongEnd(end)).toEqual([])
  expect(rules(wrongEnd({ ...end, endsOn: '2021-01-27' }))).toEqual(['expert.endsBeforeStart'])
  expect(wrongEnd({ ...end, openReviews: 1 })).toMatchObject([{ rule: 'expert.hasOpenReviews', params: { count: 1 } }])
})
