import type { Machine } from '../../kernel/machine.ts'
import type { Protocol, ReviewAction, ReviewState } from './model.ts'

/**
 * States of one review. What is sent never changes; an extra expert or the next round is another review. A review on paper is typed in by the
 * secretary and is sent by that.
 */
export const machine: Machine<ReviewState, ReviewAction> = {
  initial: 'assigned',
  moves: {
    assigned: { declare: 'accepted', decline: 'declined', enterPaper: 'sent', replace: 'replaced', close: 'closed' },
    accepted: { save: 'accepted', send: 'sent', decline: 'declined', enterPaper: 'sent', replace: 'replaced', close: 'closed' },
    declined: { replace: 'replaced', close: 'closed' },
    sent: {},
    replaced: {},
    closed: {},
  },
}

/** Reviews that somebody still has to write. */
export const isOpen = (state: ReviewState): boolean => state === 'assigned' || state === 'accepted'

/** Reviews that count for their application: those under way, those sent, and those declined and not yet given to somebody else. */
export const isStanding = (state: ReviewState): boolean => state !== 'replaced' && state !== 'closed'

/** Reviews whose expert has declared that there is no conflict: what was submitted is open to them. */
export const hasDeclared = (state: ReviewState): boolean => state === 'accepted' || state === 'sent'

/** A protocol is written and then signed. */
export const protocolMachine: Machine<Protocol['state'], 'save' | 'sign'> = {
  initial: 'draft',
  moves: { draft: { save: 'draft', sign: 'signed' }, signed: {} },
}
