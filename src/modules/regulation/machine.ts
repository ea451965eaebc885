import type { Machine } from '../../kernel/machine.ts'

export type EditionState = 'draft' | 'approved' | 'dropped'
export type EditionAction = 'write' | 'drop' | 'approve'

/** States of an edition of the regulation. It is approved by an order alone, and cannot be written any more from then on. */
export const machine: Machine<EditionState, EditionAction> = {
  initial: 'draft',
  moves: {
    draft: { write: 'draft', drop: 'dropped', approve: 'approved' },
    approved: {},
    dropped: {},
  },
}
