// Proves L-O42, R-43.
import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../kernel/types.ts'
import {
  isFull,
  isOrphan,
  isOverdue,
  mentorsOn,
  toldOfDeficit,
  wrongEnd,
  wrongLoad,
  wrongMentor,
  wrongPosts,
  wrongTerm,
  wrongTwo,
} from './rules.ts'

const [ann, bob] = ['a' as PersonId, 'b' as PersonId]
const term = { startsOn: '2021-10-01', endsOn: '2022-05-31' }
const today = '2021-10-01'
const codes = (found: readonly { rule: string }[]) => found.map(({ rule }) => rule)

describe('the term', () => {
  const status = { from: '2021-09-01', to: '2022-05-31' }
  test('lies within the status, to the day', () => {
    expect(wrongTerm(term, status, today)).toEqual([])
    expect(codes(wrongTerm({ ...term, startsOn: '2021-08-31' }, status, today))).toEqual(['pair.outsideStatus'])
    expect(codes(wrongTerm({ ...term, endsOn: '2022-06-01' }, status, today))).toEqual(['pair.outsideStatus'])
    expect(wrongTerm({ ...term, endsOn: '2022-06-01' }, { ...status, to: null }, today)).toEqual([])
    expect(codes(wrongTerm({ startsOn: '2021-10-02', endsOn: '2021-10-01' }, status, today))).toEqual(['pair.endsBeforeItBegins'])
    expect(wrongTerm({ startsOn: today, endsOn: today }, status, today)).toEqual([])
  })
  test('is not over when the two agree', () => {
    expect(wrongTerm(term, status, '2022-05-31')).toEqual([])
    expect(codes(wrongTerm(term, status, '2022-06-01'))).toEqual(['pair.termIsOver'])
  })
})

describe('the mentor', () => {
  const holder = { personId: ann, kind: 'mentor', from: '2021-09-01', to: '2022-05-31' }
  const roles = (...holders: (typeof holder)[]) => ({ kinds: ['mentor', 'tutor'], holders, today })
  test('is nobody to oneself', () => {
    expect(wrongTwo(ann, bob)).toEqual([])
    expect(codes(wrongTwo(ann, ann))).toEqual(['pair.oneself'])
  })
  test('has a guiding role of the paper from the first day, or today, to the last', () => {
    expect(wrongMentor(ann, term, roles(holder))).toEqual([])
    expect(codes(wrongMentor(bob, term, roles(holder)))).toEqual(['pair.mentorHasNoRole'])
    expect(codes(wrongMentor(ann, term, roles({ ...holder, kind: 'member' })))).toEqual(['pair.mentorHasNoRole'])
    expect(codes(wrongMentor(ann, term, roles({ ...holder, from: '2021-10-02' })))).toEqual(['pair.mentorHasNoRole'])
    expect(wrongMentor(ann, term, { ...roles({ ...holder, from: '2021-10-02' }), today: '2021-10-02' })).toEqual([])
    expect(wrongMentor(ann, term, roles({ ...holder, to: '2022-05-30' }))).toMatchObject([
      { rule: 'pair.roleEnds', params: { day: '30 мая 2022 г.' } },
    ])
    expect(
      wrongMentor(ann, term, roles({ ...holder, to: '2021-12-31' }, { ...holder, kind: 'tutor', from: '2022-01-01' })),
    ).toEqual([])
  })
  test('is chosen among those who have the role that day, each once', () => {
    expect(
      mentorsOn(['mentor', 'tutor'], [holder, { ...holder, kind: 'tutor' }, { ...holder, personId: bob, kind: 'member' }], today),
    ).toEqual([holder])
    for (const [on, found] of [
      ['2021-08-31', 0],
      ['2021-09-01', 1],
      ['2022-05-31', 1],
      ['2022-06-01', 0],
    ] as const)
      expect(mentorsOn(['mentor'], [holder], on)).toHaveLength(found)
  })
  test('leads no more than agreed', () => {
    expect(wrongLoad({ pairs: 2, most: 3 })).toEqual([])
    expect(wrongLoad({ pairs: 3, most: 3 })).toMatchObject([{ rule: 'pair.tooMany', params: { pairs: '3', most: '3' } }])
    expect([isFull({ pairs: 0, most: 0 }), isFull({ pairs: 0, most: 1 })]).toEqual([true, false])
  })
})

test('whoever learns has a post to the last day', () => {
  expect(wrongPosts(term, [{ from: '2021-10-01', to: '2022-05-31' }])).toEqual([])
  expect(codes(wrongPosts(term, [{ from: '2021-10-02', to: null }]))).toEqual(['pair.noPost'])
  expect(wrongPosts(term, [{ from: '2020-01-01', to: '2022-05-30' }])).toMatchObject([
    { rule: 'pair.postEnds', params: { day: '30 мая 2022 г.' } },
  ])
})

describe('the end', () => {
  const known = { lastMeeting: '2021-11-10', today: '2021-12-01' }
  const on = (day: string, more: Partial<{ lastMeeting: string | null; today: string }> = {}) =>
    codes(wrongEnd(term, day, { ...known, ...more }))
  test('has come, not before the last meeting, within the term', () => {
    expect(on('2021-12-01')).toEqual([])
    expect(on('2021-12-02')).toEqual(['pair.endedAhead'])
    expect(on('2021-11-10')).toEqual([])
    expect(on('2021-11-09')).toEqual(['pair.endedTooEarly'])
    expect(on('2021-10-01', { lastMeeting: null })).toEqual([])
    expect(on('2021-09-30', { lastMeeting: null })).toEqual(['pair.endedTooEarly'])
    expect(on('2022-05-31', { today: '2022-06-02' })).toEqual([])
    expect(on('2022-06-01', { today: '2022-06-02' })).toEqual(['pair.endedAfterTerm'])
  })
  test('of one that has not begun is today', () => {
    expect(on('2021-09-19', { today: '2021-09-20', lastMeeting: null })).toEqual(['pair.endedBeforeItBegan'])
    expect(on('2021-09-30', { today: '2021-10-01', lastMeeting: null })).toEqual(['pair.endedTooEarly'])
    expect(on('2021-09-20', { today: '2021-09-20', lastMeeting: null })).toEqual([])
    expect(on('2021-09-21', { today: '2021-09-20', lastMeeting: null })).toEqual(['pair.endedAhead'])
  })
})

test('a mentor reads of the deficit once whoever learns has agreed, and not after it came to nothing', () => {
  const pair = { mentorId: ann, menteeId: bob, menteeAgreedAt: null, state: 'proposed' } as const
  for (const state of ['proposed', 'waitsForMentee', 'declined'] as const)
    expect(toldOfDeficit({ ...pair, state })).toEqual([bob])
  for (const state of ['waitsForMentor', 'running', 'ended'] as const)
    expect(toldOfDeficit({ ...pair, menteeAgreedAt: today, state })).toEqual([bob, ann])
  expect(toldOfDeficit({ ...pair, menteeAgreedAt: today, state: 'declined' })).toEqual([bob])
})

test('nobody’s and overdue are known by the day', () => {
  const pair = { state: 'running', endsOn: '2022-05-31', isLed: false } as const
  expect(isOrphan(pair, '2022-05-31')).toBe(true)
  expect(isOrphan(pair, '2022-06-01')).toBe(false)
  expect(isOrphan({ ...pair, isLed: true }, today)).toBe(false)
  expect(isOrphan({ ...pair, state: 'waitsForMentee' }, today)).toBe(false)
  expect(isOverdue(pair, '2022-05-31')).toBe(false)
  expect(isOverdue(pair, '2022-06-01')).toBe(true)
  expect(isOverdue({ ...pair, state: 'ended' }, '2022-06-01')).toBe(false)
})
