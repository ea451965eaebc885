import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { statesOf } from '../../kernel/machine.ts'
import { actionOfYes, advance, machine } from './machine.ts'
import type { PlanAction, PlanState } from './model.ts'

const actions: readonly PlanAction[] = ['change', 'submit', 'drop', 'renew', 'pass', 'return', 'approve', 'withdraw', 'supersede']

/** What must happen at a place of a chain of so many steps; null is a refusal. */
function expected(state: PlanState, step: number, action: PlanAction, length: number): { state: PlanState; step: number } | null {
  const last = step === length - 1
  if (state === 'draft' && (action === 'change' || action === 'drop')) return { state: 'draft', step: 0 }
  if (state === 'draft') return action === 'submit' ? { state: 'submitted', step: 0 } : null
  if (state === 'submitted') {
    if (action === 'return' || action === 'withdraw') return { state: 'draft', step: 0 }
    if (action === 'pass' && !last) return { state: 'submitted', step: step + 1 }
    if (action === 'approve' && last) return { state: 'approved', step: length }
    return null
  }
  if (state === 'approved' && action === 'renew') return { state: 'approved', step }
  if (state === 'approved') return action === 'supersede' ? { state: 'superseded', step } : null
  return null
}

describe.each(loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation] as const))(
  'the chain of %s',
  (_, { plan: { chain } }) => {
    const places = statesOf(machine).flatMap((state) =>
      chain.map((_, step) => ({ state, step: state === 'draft' ? 0 : state === 'submitted' ? step : chain.length })),
    )

    test('every state × step × action leads where it should or is refused', () => {
      for (const place of places)
        for (const action of actions) {
          const result = advance(place, action, chain.length)
          const wanted = expected(place.state, place.step, action, chain.length)
          expect(result.ok ? result.value : null, `${place.state} ${place.step} ${action}`).toEqual(wanted)
          if (!result.ok) expect(result.refusal).toEqual({ code: 'illegalMove', from: place.state, action })
        }
    })

    test('a plan that everybody says yes to is approved after exactly as many decisions as the chain has steps', () => {
      let place = { state: machine.initial as PlanState, step: 0 }
      const go = (action: PlanAction) => {
        const next = advance(place, action, chain.length)
        if (!next.ok) throw new Error(`${action} refused`)
        place = next.value
      }
      go('submit')
      for (let decision = 0; decision < chain.length; decision++) {
        expect(place.state).toBe('submitted')
        go(actionOfYes(place.step, chain.length))
      }
      expect(place).toEqual({ state: 'approved', step: chain.length })
      expect(chain.at(-1)!.act).toBe('approve')
    })
  },
)
