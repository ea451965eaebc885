// Proves L-31g: what a temporary group may be.
import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../kernel/types.ts'
import {
  isOverdue,
  isStill,
  lastDayOf,
  leavesOut,
  wrongClosing,
  wrongDirection,
  wrongJoining,
  wrongLeader,
  wrongLeaving,
  wrongPosts,
  wrongTerm,
} from './rules.ts'

const [leader, member, other] = ['l', 'm', 'o'] as [PersonId, PersonId, PersonId]
const term = { startsOn: '2021-10-01', endsOn: '2021-12-31' }
const rulesOf = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule)

describe('the term', () => {
  const status = { from: '2021-10-01', to: '2021-12-31' }
  test('lies within the status, its first and last day included', () => {
    expect(wrongTerm(term, status)).toEqual([])
    expect(wrongTerm(term, { ...status, to: null })).toEqual([])
    expect(rulesOf(wrongTerm(term, { ...status, from: '2021-10-02' }))).toEqual(['group.outsideStatus'])
    expect(rulesOf(wrongTerm(term, { ...status, to: '2021-12-30' }))).toEqual(['group.outsideStatus'])
  })
  test('of one day is a term; the last day before the first is none', () => {
    expect(wrongTerm({ startsOn: '2021-10-01', endsOn: '2021-10-01' }, status)).toEqual([])
    expect(rulesOf(wrongTerm({ startsOn: '2021-10-02', endsOn: '2021-10-01' }, status))).toEqual(['group.endsBeforeItBegins'])
  })
  test('holds those who work in the group', () => {
    const of = (startsOn: string, endsOn: string | null = null) => [{ personId: member, startsOn, endsOn }]
    expect(leavesOut(term, of('2021-10-01'))).toEqual([])
    expect(leavesOut(term, of('2021-12-31'))).toEqual([])
    expect(leavesOut(term, of('2021-10-01', '2021-12-31'))).toEqual([])
    expect(rulesOf(leavesOut(term, of('2021-09-30')))).toEqual(['group.membersOutside'])
    expect(rulesOf(leavesOut(term, of('2022-01-01')))).toEqual(['group.membersOutside'])
    expect(rulesOf(leavesOut(term, of('2021-10-01', '2022-01-01')))).toEqual(['group.membersOutside'])
  })
})

test('a direction is asked for where groups are formed by directions and the paper names them', () => {
  const known = ['network']
  expect(wrongDirection(null, { byDirections: false, known })).toEqual([])
  expect(wrongDirection(null, { byDirections: true, known: [] })).toEqual([])
  expect(rulesOf(wrongDirection(null, { byDirections: true, known }))).toEqual(['group.needsDirection'])
  expect(wrongDirection('network', { byDirections: true, known })).toEqual([])
  expect(rulesOf(wrongDirection('other', { byDirections: false, known }))).toEqual(['group.needsDirection'])
})

describe('whoever joins', () => {
  const posts = [{ from: '2021-09-01', to: '2021-11-30' }]
  const joins = (from: string, members: Parameters<typeof wrongJoining>[2]['members'] = []) =>
    rulesOf(wrongJoining(term, { personId: member, from }, { members, posts }))
  test('does so within the term', () => {
    expect(joins('2021-10-01')).toEqual([])
    expect(joins('2021-09-30')).toEqual(['group.outsideTerm'])
    expect(
      rulesOf(
        wrongJoining(term, { personId: member, from: '2021-12-31' }, { members: [], posts: [{ from: '2021-09-01', to: null }] }),
      ),
    ).toEqual([])
  })
  test('has a post that day', () => {
    expect(joins('2021-11-30')).toEqual([])
    expect(joins('2021-12-01')).toEqual(['group.noPost'])
    const another = [{ from: '2021-12-01', to: null }, ...posts]
    expect(wrongJoining(term, { personId: member, from: '2021-12-01' }, { members: [], posts: another })).toEqual([])
  })
  test('is there once, and may come back after having left', () => {
    const was = (endsOn: string | null) => [{ personId: member, startsOn: '2021-10-01', endsOn }]
    expect(joins('2021-11-01', was(null))).toEqual(['group.isMember'])
    expect(joins('2021-11-01', was('2021-11-01'))).toEqual(['group.isMember'])
    expect(joins('2021-11-01', was('2021-10-31'))).toEqual([])
    expect(joins('2021-11-01', [{ personId: other, startsOn: '2021-10-01', endsOn: null }])).toEqual([])
  })
})

test('whoever leaves has been there; the leader stays', () => {
  const one = { personId: member, startsOn: '2021-10-05', endsOn: null }
  const leaves = (on: string) => rulesOf(wrongLeaving({ leaderId: leader, endsOn: term.endsOn }, one, on))
  expect(leaves('2021-10-05')).toEqual([])
  expect(leaves('2021-12-31')).toEqual([])
  expect(leaves('2021-10-04')).toEqual(['group.leavingOutside'])
  expect(leaves('2022-01-01')).toEqual(['group.leavingOutside'])
  expect(rulesOf(wrongLeaving({ leaderId: member, endsOn: term.endsOn }, one, '2021-10-05'))).toEqual(['group.leaderStays'])
})

test('whoever leads works in the group to its end, from the day on which they lead', () => {
  const leads = (who: PersonId, startsOn: string, endsOn: string | null, today = '2021-11-01') =>
    rulesOf(wrongLeader(term, who, { members: [{ personId: member, startsOn, endsOn }], today }))
  expect(leads(member, '2021-10-01', null)).toEqual([])
  expect(leads(member, '2021-11-01', null)).toEqual([])
  expect(leads(member, '2021-11-02', null)).toEqual(['group.leaderIsMember'])
  expect(leads(member, '2021-10-01', null, '2021-09-01')).toEqual([])
  expect(leads(member, '2021-10-02', null, '2021-09-01')).toEqual(['group.leaderIsMember'])
  expect(leads(member, '2021-10-01', '2021-12-31')).toEqual(['group.leaderIsMember'])
  expect(leads(other, '2021-10-01', null)).toEqual(['group.leaderIsMember'])
  const both = [other, member].map((personId) => ({ personId, startsOn: '2021-10-01', endsOn: null }))
  expect(wrongLeader(term, member, { members: both, today: '2021-11-01' })).toEqual([])
})

test('a member is there on the last day, and not the day after', () => {
  const still = (day: string, endsOn: string | null = '2021-10-31') => isStill({ endsOn }, day)
  expect([still('2021-10-31'), still('2021-11-01'), still('2030-01-01', null)]).toEqual([true, false, true])
})

test('whoever joins stays to the end where the posts hold them, else to the last day they do', () => {
  const until = (to: string | null) => lastDayOf(term, '2021-10-05', [{ from: '2021-09-01', to }])
  expect(until(null)).toBeNull()
  expect(until('2021-12-31')).toBeNull()
  expect(until('2021-12-30')).toBe('2021-12-30')
})

test('whoever leads, or stays to the end, has a post to the end', () => {
  const wrong = (to: string | null) =>
    wrongPosts(term, { startsOn: '2021-10-05' }, { who: 'Ильин П. А.', posts: [{ from: '2021-10-05', to }], field: 'endsOn' })
  expect(wrong(null)).toEqual([])
  expect(wrong('2021-12-31')).toEqual([])
  expect(wrong('2021-12-30')).toMatchObject([{ rule: 'group.postEnds', field: 'endsOn', params: { day: '31 декабря 2021 г.' } }])
})

describe('a group ends', () => {
  const closes = (on: string, members: Parameters<typeof wrongClosing>[2]['members'] = []) =>
    rulesOf(wrongClosing(term, on, { members, today: '2021-11-01' }))
  test('on a day that has come, not before it began', () => {
    expect(closes('2021-11-01')).toEqual([])
    expect(closes('2021-10-01')).toEqual([])
    expect(closes('2021-11-02')).toEqual(['group.closedAhead'])
    expect(closes('2021-09-30')).toEqual(['group.closedTooEarly'])
  })
  test('not before whoever has come or gone by today did; who is yet to come does not count', () => {
    const of = (startsOn: string, endsOn: string | null = null) => [{ personId: member, startsOn, endsOn }]
    expect(closes('2021-10-14', of('2021-10-15'))).toEqual(['group.closedTooEarly'])
    expect(closes('2021-10-15', of('2021-10-15'))).toEqual([])
    expect(closes('2021-10-15', of('2021-10-05', '2021-10-16'))).toEqual(['group.closedTooEarly'])
    expect(closes('2021-10-16', of('2021-10-05', '2021-10-16'))).toEqual([])
    expect(closes('2021-10-15', of('2021-10-05', '2021-11-20'))).toEqual([])
    expect(closes('2021-10-15', of('2021-11-02'))).toEqual([])
    expect(closes('2021-10-31', of('2021-11-01'))).toEqual(['group.closedTooEarly'])
  })
})

test('it is overdue from the day after its last one, until the result is written down', () => {
  const of = (state: string) => ({ endsOn: '2021-12-31', state })
  expect(isOverdue(of('atWork'), '2021-12-31')).toBe(false)
  expect(isOverdue(of('atWork'), '2022-01-01')).toBe(true)
  expect(isOverdue(of('closed'), '2022-01-01')).toBe(false)
})
