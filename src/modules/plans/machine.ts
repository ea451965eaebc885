import { type Machine, move } from '../../kernel/machine.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { PlanAction, PlanState } from './model.ts'

/**
 * States of one version of a plan. How far a submitted version has come along the regulation's chain is a number beside the state, because
 * chains differ between territories.
 */
export const machine: Machine<PlanState, PlanAction> = {
  initial: 'draft',
  moves: {
    draft: { submit: 'submitted' },
    submitted: { pass: 'submitted', return: 'draft', approve: 'approved', withdraw: 'draft' },
    approved: { supersede: 'superseded' },
    superseded: {},
  },
}

export type Place = { readonly state: PlanState; readonly step: number }

/** What a "yes" means at a step: the last step of the chain approves. */
export const actionOfYes = (step: number, chainLength: number): 'pass' | 'approve' =>
  step + 1 >= chainLength ? 'approve' : 'pass'

/** Where an action leads along a chain of so many steps. Whatever goes back to the draft begins the chain anew. */
export function advance(place: Place, action: PlanAction, chainLength: number): Result<Place> {
  const isYes = action === 'pass' || action === 'approve'
  if (isYes && action !== actionOfYes(place.step, chainLength)) return refuse({ code: 'illegalMove', from: place.state, action })
  const state = move(machine, place.state, action)
  if (!state.ok) return state
  return ok({ state: state.value, step: isYes ? place.step + 1 : action === 'supersede' ? place.step : 0 })
}
