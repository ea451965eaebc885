// Proves L-O5.

import { describe, expect, test } from 'vitest'
import type { Day, PersonId } from '../../kernel/types.ts'
import type { AssignmentState } from './assignment-machine.ts'
import { type ControlQuery, daysLate, pointLines, standingOfPoint } from './control-rules.ts'

const today = '2021-02-10' as Day
const all: ControlQuery = { state: null, person: null, due: null }

function line(pointNumber: string, personId: string, given: { state?: AssignmentState; dueOn?: string | null } = {}) {
  const { state = 'open', dueOn = null } = given
  const isOverdue = state === 'open' && dueOn !== null && dueOn < today
  return { pointNumber, personId: personId as PersonId, state, dueOn, doneOn: null, isOverdue }
}

const points = ['1', '2', '2.1', '2.2', '3'].map((number) => ({ number }))
const lines = [
  line('2.1', 'ann', { dueOn: '2021-02-01' }),
  line('2.1', 'bob', { dueOn: '2021-02-01', state: 'accepted' }),
  line('2.2', 'ann', { dueOn: '2021-02-17' }),
  line('2.2', 'bob', { dueOn: '2021-02-18', state: 'done' }),
  line('3', 'ann'),
]
const found = (query: Partial<ControlQuery>) =>
  pointLines(points, lines, { ...all, ...query }, today).map(({ point, line: one }) => `${point.number} ${one?.personId ?? '-'}`)

describe('assignments stand under their points', () => {
  test('all of them, and the points of nobody', () =>
    expect(found({})).toEqual(['1 -', '2 -', '2.1 ann', '2.1 bob', '2.2 ann', '2.2 bob', '3 ann']))
  test('of one person, under the sentence that begins them', () =>
    expect(found({ person: 'bob' })).toEqual(['2 -', '2.1 bob', '2.2 bob']))
  test('overdue', () => expect(found({ state: 'late' })).toEqual(['2 -', '2.1 ann']))
  test('not reported: the overdue ones too', () =>
    expect(found({ state: 'open' })).toEqual(['2 -', '2.1 ann', '2.2 ann', '3 ann']))
  test('waiting to be accepted', () => expect(found({ state: 'done' })).toEqual(['2 -', '2.2 bob']))
  test('due within a week, today and the seventh day included', () => expect(found({ due: 'near' })).toEqual(['2 -', '2.2 ann']))
  test('due on a day', () => expect(found({ due: '2021-02-18' })).toEqual(['2 -', '2.2 bob']))
  test('without a day', () => expect(found({ due: 'none' })).toEqual(['3 ann']))
  test('nothing', () => expect(found({ person: 'bob', due: 'none' })).toEqual([]))
})

test('a point of 1 does not begin those of 10', () => {
  const ten = [{ number: '1' }, { number: '10' }]
  expect(pointLines(ten, [line('10', 'ann')], { ...all, person: 'ann' }, today).map(({ point }) => point.number)).toEqual(['10'])
})

test.each<[string | null, ReturnType<typeof line>[]]>([
  [null, []],
  ['late', lines.slice(0, 2)],
  ['open', [line('1', 'a'), line('1', 'b', { state: 'done' })]],
  ['done', [line('1', 'a', { state: 'accepted' }), line('1', 'b', { state: 'done' })]],
  ['accepted', [line('1', 'a', { state: 'accepted' }), line('1', 'b', { state: 'cancelled' })]],
  ['cancelled', [line('1', 'a', { state: 'cancelled' })]],
])('a point stands as what is worst of it: %s', (state, own) => expect(standingOfPoint(own)).toBe(state))

test.each([
  ['2021-02-01', '2021-02-01', 0],
  ['2021-02-01', '2021-02-03', 2],
  ['2021-02-01', '2021-01-20', 0],
  [null, '2021-02-03', 0],
  ['2021-02-01', null, 0],
])('due %s, reported %s: late by %i days', (dueOn, doneOn, days) => expect(daysLate({ dueOn, doneOn })).toBe(days))
