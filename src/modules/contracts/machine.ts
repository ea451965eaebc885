import type { Machine } from '../../kernel/machine.ts'

export type ContractState = 'draft' | 'awaitingSignatures' | 'inForce' | 'ended'
export type ContractAction = 'offer' | 'takeBack' | 'signFirst' | 'signLast' | 'end'

/** States of a contract between a site and the operator. Its last day ends it by the calendar alone; `ended` is an end before that. */
export const machine: Machine<ContractState, ContractAction> = {
  initial: 'draft',
  moves: {
    draft: { offer: 'awaitingSignatures' },
    awaitingSignatures: { takeBack: 'draft', signFirst: 'awaitingSignatures', signLast: 'inForce' },
    inForce: { end: 'ended' },
    ended: {},
  },
}
