import type { Machine } from '../../kernel/machine.ts'

export type ProposalState = 'proposed' | 'taken' | 'declined' | 'withdrawn'
export type ProposalAction = 'take' | 'decline' | 'withdraw'

/** What a member of a site proposes for the plan: its head takes it or declines it; until then it may be taken back. (U-43) */
export const proposalMachine: Machine<ProposalState, ProposalAction> = {
  initial: 'proposed',
  moves: {
    proposed: { take: 'taken', decline: 'declined', withdraw: 'withdrawn' },
    taken: {},
    declined: {},
    withdrawn: {},
  },
}
