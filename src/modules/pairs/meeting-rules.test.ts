// Proves L-O42.
import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../kernel/types.ts'
import { isSilent, mayDoubt, notBegun, wrongMeeting } from './meeting-rules.ts'

const term = { startsOn: '2021-10-01', endsOn: '2022-05-31' }
const codes = (on: string, today: string) => wrongMeeting(term, on, today).map(({ rule }) => rule)

test('a meeting has been, and lies within the pair', () => {
  expect(codes('2021-11-10', '2021-11-10')).toEqual([])
  expect(codes('2021-11-11', '2021-11-10')).toEqual(['pair.meetingAhead'])
  expect(codes('2021-10-01', '2021-11-10')).toEqual([])
  expect(codes('2021-09-30', '2021-11-10')).toEqual(['pair.meetingBefore'])
  expect(codes('2022-05-31', '2022-06-02')).toEqual([])
  expect(codes('2022-06-01', '2022-06-02')).toEqual(['pair.meetingAfter'])
})

test('nothing is written down before the first day', () => {
  expect(notBegun(term, '2021-09-30')).toMatchObject([{ rule: 'pair.notBegunYet', params: { day: '1 октября 2021 г.' } }])
  expect(notBegun(term, '2021-10-01')).toEqual([])
})

test('only the other disagrees, once', () => {
  const [ann, bob] = ['a' as PersonId, 'b' as PersonId]
  expect(mayDoubt({ writtenBy: ann, isDoubted: false }, bob)).toBe(true)
  expect(mayDoubt({ writtenBy: ann, isDoubted: false }, ann)).toBe(false)
  expect(mayDoubt({ writtenBy: ann, isDoubted: true }, bob)).toBe(false)
})

describe('silence', () => {
  const pair = { ...term, state: 'running', heardOn: '2021-10-05' } as const
  test('is so many days after the last word, or after the first day', () => {
    expect(isSilent(pair, '2021-11-03', 30)).toBe(false)
    expect(isSilent(pair, '2021-11-04', 30)).toBe(true)
    expect(isSilent({ ...pair, heardOn: '2021-09-01' }, '2021-10-30', 30)).toBe(false)
    expect(isSilent({ ...pair, heardOn: '2021-09-01' }, '2021-10-31', 30)).toBe(true)
  })
  test('is none before both agreed, after the end, nor once the term is over', () => {
    for (const state of ['proposed', 'waitsForMentee', 'declined', 'ended'] as const)
      expect(isSilent({ ...pair, state }, '2021-12-31', 30)).toBe(false)
    expect(isSilent(pair, '2022-05-31', 30)).toBe(true)
    expect(isSilent(pair, '2022-06-01', 30)).toBe(false)
  })
})
