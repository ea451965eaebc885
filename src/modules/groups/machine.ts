import type { Machine } from '../../kernel/machine.ts'

export type GroupState = 'atWork' | 'closed'
export type GroupAction = 'change' | 'admit' | 'release' | 'close'

/** A temporary group works until its result is written down; what is over does not begin again. (L-31g) */
export const machine: Machine<GroupState, GroupAction> = {
  initial: 'atWork',
  moves: {
    atWork: { change: 'atWork', admit: 'atWork', release: 'atWork', close: 'closed' },
    closed: {},
  },
}
