import { expect, test } from 'vitest'
import { actionsFrom, move, statesOf } from '../../kernel/machine.ts'
import { machine, type PairAction, type PairState } from './machine.ts'

const walk = (...actions: readonly PairAction[]): PairState | null =>
  actions.reduce<PairState | null>((state, action) => {
    const next = state === null ? null : move(machine, state, action)
    return next?.ok ? next.value : null
  }, machine.initial)

test('a pair works from the word of both, in either order, and never from the word of one', () => {
  expect(walk('mentorAgrees', 'menteeAgrees')).toBe('running')
  expect(walk('menteeAgrees', 'mentorAgrees')).toBe('running')
  for (const one of ['mentorAgrees', 'menteeAgrees'] as const) {
    expect(walk(one)).not.toBe('running')
    expect(walk(one, one)).toBeNull()
  }
})

test('declined before it works, ended after; neither goes on', () => {
  for (const before of [[], ['mentorAgrees'], ['menteeAgrees']] as const) {
    expect(walk(...before, 'decline')).toBe('declined')
    expect(walk(...before, 'end')).toBeNull()
    expect(walk(...before, 'meet')).toBeNull()
  }
  expect(walk('mentorAgrees', 'menteeAgrees', 'meet', 'withdraw', 'pass', 'end')).toBe('ended')
  expect(walk('mentorAgrees', 'menteeAgrees', 'decline')).toBeNull()
  for (const state of ['declined', 'ended'] as const) expect(actionsFrom(machine, state)).toEqual([])
  expect(statesOf(machine)).toHaveLength(6)
})
