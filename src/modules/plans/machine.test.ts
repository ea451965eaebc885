import { expect, test } from 'vitest'
import { move, statesOf } from '../../kernel/machine.ts'
import { machine } from './machine.ts'
import type { PlanAction, PlanState } from './model.ts'

const actions: readonly PlanAction[] = ['change', 'submit', 'drop', 'renew', 'pass', 'return', 'approve', 'withdraw', 'supersede']

/** What must happen; null is a refusal. */
function expected(state: PlanState, action: PlanAction): PlanState | null {
  if (state === 'draft' && (action === 'change' || action === 'drop')) return 'draft'
  if (state === 'draft') return action === 'submit' ? 'submitted' : null
  if (state === 'submitted') {
    if (action === 'return' || action === 'withdraw') return 'draft'
    return action === 'pass' ? 'submitted' : action === 'approve' ? 'approved' : null
  }
  if (state === 'approved' && action === 'renew') return 'approved'
  return state === 'approved' && action === 'supersede' ? 'superseded' : null
}

test('every state × action leads where it should or is refused', () => {
  expect(machine.initial).toBe('draft')
  for (const state of statesOf(machine))
    for (const action of actions) {
      const result = move(machine, state, action)
      expect(result.ok ? result.value : null, `${state} ${action}`).toEqual(expected(state, action))
      if (!result.ok) expect(result.refusal).toEqual({ code: 'illegalMove', from: state, action })
    }
})
