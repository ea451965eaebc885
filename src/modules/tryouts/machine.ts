import type { Machine } from '../../kernel/machine.ts'

export type TryOutState = 'assigned' | 'handedIn' | 'returned' | 'assessed'
export type TryOutAction = 'handIn' | 'return' | 'assess'

/** Handed in, it is returned with a remark or assessed; what was added meanwhile is handed in with it. What is assessed never changes. */
export const machine: Machine<TryOutState, TryOutAction> = {
  initial: 'assigned',
  moves: {
    assigned: { handIn: 'handedIn' },
    handedIn: { handIn: 'handedIn', return: 'returned', assess: 'assessed' },
    returned: { handIn: 'handedIn' },
    assessed: {},
  },
}
