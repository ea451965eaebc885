import type { Machine } from '../../kernel/machine.ts'

export const states = ['open', 'closed', 'takenBack'] as const
export type DeficitState = (typeof states)[number]
export type DeficitAction = 'close' | 'takeBack'

/** Closed by a fact, or taken back by whoever noted it; neither is opened again. */
export const machine: Machine<DeficitState, DeficitAction> = {
  initial: 'open',
  moves: { open: { close: 'closed', takeBack: 'takenBack' }, closed: {}, takenBack: {} },
}
