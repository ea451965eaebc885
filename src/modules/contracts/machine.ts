import type { Machine } from '../../kernel/machine.ts'

export type ContractState = 'draft' | 'awaitingSignatures' | 'inForce' | 'ended'
export type ContractAction = 'change' | 'offer' | 'takeBack' | 'signFirst' | 'signLast' | 'addScan' | 'end'

/** States of a contract between a site and the operator. Its last day ends it by the calendar alone; `ended` is an end before that. */
export const machine: Machine<ContractState, ContractAction> = {
  initial: 'draft',
  moves: {
    draft: { change: 'draft', offer: 'awaitingSignatures' },
    awaitingSignatures: {
      takeBack: 'draft',
      signFirst: 'awaitingSignatures',
      signLast: 'inForce',
      addScan: 'awaitingSignatures',
    },
    inForce: { addScan: 'inForce', end: 'ended' },
    ended: { addScan: 'ended' },
  },
}
