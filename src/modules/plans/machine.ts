import type { Machine } from '../../kernel/machine.ts'
import type { PlanAction, PlanState } from './model.ts'

/**
 * States of one version of a plan. How far a submitted version has come along the steps of the regulation is kept beside the state, because
 * they differ between territories.
 */
export const machine: Machine<PlanState, PlanAction> = {
  initial: 'draft',
  moves: {
    draft: { change: 'draft', submit: 'submitted', drop: 'draft' },
    submitted: { pass: 'submitted', return: 'draft', approve: 'approved', withdraw: 'draft' },
    approved: { renew: 'approved', supersede: 'superseded' },
    superseded: {},
  },
}

/** What becomes of the version in force when another comes into force. */
export const superseded = machine.moves.approved.supersede
