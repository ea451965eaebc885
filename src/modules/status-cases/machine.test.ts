// Proves R-35, C-71, C-33.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionsFrom, move, statesOf } from '../../kernel/machine.ts'
import { type CaseAction, type CaseState, isClosed, machine } from './machine.ts'

const actions: readonly CaseAction[] = [
  'addEvidence',
  'askExplanation',
  'explain',
  'propose',
  'sendBack',
  'draft',
  'reopen',
  'reopenProposed',
  'decide',
  'drop',
]
const allowed: Readonly<Record<CaseState, Partial<Record<CaseAction, CaseState>>>> = {
  open: { addEvidence: 'open', askExplanation: 'explanationAsked', propose: 'proposed', draft: 'drafted', drop: 'dropped' },
  explanationAsked: { addEvidence: 'explanationAsked', explain: 'open', propose: 'proposed', draft: 'drafted', drop: 'dropped' },
  proposed: { addEvidence: 'proposed', sendBack: 'open', draft: 'drafted', drop: 'dropped' },
  drafted: { addEvidence: 'drafted', reopen: 'open', reopenProposed: 'proposed', decide: 'decided' },
  decided: {},
  dropped: {},
}

describe('a case about a status', () => {
  for (const state of statesOf(machine))
    test.each(actions)(`${state}: %s`, (action) => {
      const to = allowed[state][action]
      const moved = move(machine, state, action)
      expect(moved).toEqual(
        to === undefined ? { ok: false, refusal: { code: 'illegalMove', from: state, action } } : { ok: true, value: to },
      )
    })

  test('only an order decides it: before «decided» a draft always stands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 40 }), (deeds) => {
        let state: CaseState = machine.initial
        let before: CaseState = state
        for (const deed of deeds) {
          const next = move(machine, state, deed)
          if (!next.ok) continue
          before = state
          state = next.value
        }
        return state !== 'decided' || before === 'drafted'
      }),
    )
  })

  test('what is closed stays closed, and everything else can still end', () => {
    for (const state of statesOf(machine)) expect(actionsFrom(machine, state).length === 0).toBe(isClosed(state))
  })
})
