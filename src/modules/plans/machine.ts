import type { Machine } from '../../kernel/machine.ts'
import { chainOf } from '../../kit/chain.ts'
import type { PlanAction, PlanState } from './model.ts'

/**
 * States of one version of a plan. How far a submitted version has come along the regulation's chain is a number beside the state, because
 * chains differ between territories.
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

/** The chain of agreement of the regulation. */
export const { actionOfYes, advance } = chainOf(machine, { pass: 'pass', finish: 'approve', after: ['renew', 'supersede'] })

/** What becomes of the version in force when another comes into force. */
export const superseded = machine.moves.approved.supersede
