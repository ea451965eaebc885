import { expect, test } from 'vitest'
import { firstLastDay, isByLaw, wrongWithdrawal } from './withdrawal-rules.ts'

const pair = { endsOn: '2022-05-31' }
const codes = (leadsUntil: string, today: string) => wrongWithdrawal(pair, leadsUntil, today).map(({ rule }) => rule)

test('three working days of notice: over a weekend and a holiday they are more', () => {
  expect(firstLastDay('2021-10-05')).toBe('2021-10-08')
  expect(firstLastDay('2021-10-07')).toBe('2021-10-12')
  expect(codes('2021-10-08', '2021-10-05')).toEqual([])
  expect(codes('2021-10-07', '2021-10-05')).toEqual(['pair.noticeIsShort'])
})

test('where the pair ends sooner there is nothing to withdraw from', () => {
  expect(codes('2022-05-30', '2022-05-20')).toEqual([])
  expect(codes('2022-05-31', '2022-05-20')).toEqual(['pair.endsSooner'])
})

test('the law is named from its first day on', () => {
  expect([isByLaw('2025-02-28'), isByLaw('2025-03-01')]).toEqual([false, true])
})
