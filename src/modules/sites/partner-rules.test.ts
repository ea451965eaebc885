import { expect, test } from 'vitest'
import type { OrganisationId } from '../../kernel/types.ts'
import { inNumbersOf, partnerSteps, partnersOn } from './rules.ts'

const at = (id: string, from: '2021-01-01' | '2021-03-01', to: '2021-02-28' | '2021-06-30' | null) => ({
  organisationId: id as OrganisationId,
  from,
  to,
})

test('the number changes on the first day of an attachment and on the day after its last', () => {
  expect(partnerSteps([at('a', '2021-01-01', '2021-02-28'), at('b', '2021-01-01', null)])).toEqual([
    { from: '2021-01-01', count: 2 },
    { from: '2021-03-01', count: 1 },
  ])
})
test('a school attached twice counts once, and one that goes on is no change', () => {
  expect(partnerSteps([at('a', '2021-01-01', '2021-02-28'), at('a', '2021-03-01', '2021-06-30')])).toEqual([
    { from: '2021-01-01', count: 1 },
    { from: '2021-07-01', count: 0 },
  ])
})
test('fewer than five are never told as a number; none and five are', () => {
  const shown = [0, 1, 4, 5, 12].map((count) => inNumbersOf({ from: '2021-01-01', count }).partners)
  expect(shown).toEqual([0, null, null, 5, 12])
})
test('the number on a day is that of the last step', () => {
  const steps = [
    { from: '2021-01-01', partners: 5 },
    { from: '2021-03-01', partners: null },
  ] as const
  expect(['2020-12-31', '2021-01-01', '2021-02-28', '2021-03-01'].map((day) => partnersOn(steps, day as never))).toEqual([
    0,
    5,
    5,
    null,
  ])
})
