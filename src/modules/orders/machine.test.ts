import { describe, expect, test } from 'vitest'
import { actionsFrom, type Machine, move, statesOf } from '../../kernel/machine.ts'
import { type AssignmentAction, type AssignmentState, assignmentMachine, unfinishedStates } from './assignment-machine.ts'
import { issuedStates, type OrderAction, type OrderState, orderMachine } from './machine.ts'
import { assignmentStateNames } from './texts.ts'

/** Every state × action: where it leads, or that it is refused. */
function everyMove<S extends string, A extends string>(machine: Machine<S, A>, actions: readonly A[]) {
  return Object.fromEntries(
    statesOf(machine).map((state) => [
      state,
      Object.fromEntries(
        actions.map((action) => {
          const moved = move(machine, state, action)
          return [action, moved.ok ? moved.value : moved.refusal.code]
        }),
      ),
    ]),
  )
}

const no = 'illegalMove'

test('an order: every action in every state', () => {
  const actions: OrderAction[] = [
    'change',
    'delete',
    'submit',
    'withdraw',
    'sendBack',
    'sign',
    'publish',
    'acknowledge',
    'revoke',
  ]
  const none = Object.fromEntries(actions.map((action) => [action, no]))
  expect(everyMove(orderMachine, actions)).toEqual({
    draft: { ...none, change: 'draft', delete: 'draft', submit: 'awaitingSignature' },
    awaitingSignature: { ...none, withdraw: 'draft', sendBack: 'draft', sign: 'signed' },
    signed: { ...none, publish: 'signed', acknowledge: 'signed', revoke: 'revoked' },
    revoked: none,
  } satisfies Record<OrderState, object>)
})

test('an assignment: every action in every state', () => {
  const actions: AssignmentAction[] = ['report', 'accept', 'return', 'cancel']
  const none = Object.fromEntries(actions.map((action) => [action, no]))
  expect(everyMove(assignmentMachine, actions)).toEqual({
    open: { ...none, report: 'done', cancel: 'cancelled' },
    done: { ...none, accept: 'accepted', return: 'open', cancel: 'cancelled' },
    accepted: none,
    cancelled: none,
  } satisfies Record<AssignmentState, object>)
})

describe('named sets', () => {
  test('an order is either in the office or issued', () => {
    expect(['draft', 'awaitingSignature', ...issuedStates].sort()).toEqual([...statesOf(orderMachine)].sort())
  })
  test('what is unfinished can be cancelled', () => {
    for (const state of statesOf(assignmentMachine))
      expect(actionsFrom(assignmentMachine, state).includes('cancel')).toBe(unfinishedStates.includes(state))
  })
  test('every state has a Russian name', () => {
    expect(Object.keys(assignmentStateNames).sort()).toEqual([...statesOf(assignmentMachine)].sort())
  })
})
