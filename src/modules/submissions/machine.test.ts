// Proves R-31.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actionsFrom, move, statesOf } from '../../kernel/machine.ts'
import { machine, type SubmissionAction, type SubmissionState } from './machine.ts'
import { stateNames } from './texts.ts'

const actions: readonly SubmissionAction[] = ['change', 'drop', 'send', 'return', 'choose', 'draftOrder', 'reopen', 'settle']

test('every action in every state', () => {
  const found = Object.fromEntries(
    statesOf(machine).map((state) => [
      state,
      Object.fromEntries(
        actions.flatMap((action) => {
          const moved = move(machine, state, action)
          return moved.ok ? [[action, moved.value]] : []
        }),
      ),
    ]),
  )
  expect(found).toEqual({
    draft: { change: 'draft', drop: 'draft', send: 'sent' },
    sent: { return: 'returned', choose: 'sent', draftOrder: 'drafted' },
    returned: { change: 'returned', drop: 'returned', send: 'sent' },
    drafted: { reopen: 'sent', settle: 'decided' },
    decided: { reopen: 'sent' },
  } satisfies Record<SubmissionState, object>)
})

test('every state has a name', () => {
  expect(Object.keys(stateNames).sort()).toEqual([...statesOf(machine)].sort())
})

test('the operator writes only in the operator’s states, and nothing is decided without an order', () => {
  for (const state of statesOf(machine)) {
    expect(actionsFrom(machine, state).includes('change')).toBe(state === 'draft' || state === 'returned')
    expect(actionsFrom(machine, state).includes('settle')).toBe(state === 'drafted')
  }
})

test('whatever is tried, a decided submission had an order drafted last', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 40 }), (tried) => {
      let state = machine.initial
      let drafted = false
      for (const action of tried) {
        const moved = move(machine, state, action)
        if (!moved.ok) {
          expect(moved.refusal).toEqual({ code: 'illegalMove', from: state, action })
          continue
        }
        state = moved.value
        if (action === 'draftOrder') drafted = true
        if (action === 'reopen' || action === 'return') drafted = false
      }
      if (state === 'decided' || state === 'drafted') expect(drafted).toBe(true)
    }),
  )
})
