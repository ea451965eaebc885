import type { Machine } from '../../kernel/machine.ts'

export type EventState = 'draft' | 'open' | 'closed' | 'cancelled'
export type EventAction = 'change' | 'open' | 'cancel' | 'close' | 'correct'

/** States of an event: prepared, announced, held, called off. After it is closed its list may still be corrected. */
export const machine: Machine<EventState, EventAction> = {
  initial: 'draft',
  moves: {
    draft: { change: 'draft', open: 'open', cancel: 'cancelled' },
    open: { change: 'open', cancel: 'cancelled', close: 'closed' },
    closed: { correct: 'closed' },
    cancelled: {},
  },
}

export type PlaceState = 'offered' | 'confirmed' | 'waiting' | 'declined' | 'withdrawn' | 'came'
export type PlaceAction = 'take' | 'queue' | 'offer' | 'decline' | 'withdraw' | 'come'

/**
 * A person's place: offered by the head of the school, taken, in the queue; given up or not wanted, it may be asked for again. Whoever
 * comes without one takes none.
 */
export const placeMachine: Machine<PlaceState, PlaceAction> = {
  initial: 'offered',
  moves: {
    offered: { take: 'confirmed', queue: 'waiting', decline: 'declined', come: 'came' },
    waiting: { take: 'confirmed', withdraw: 'withdrawn', come: 'came' },
    confirmed: { withdraw: 'withdrawn' },
    withdrawn: { take: 'confirmed', queue: 'waiting', offer: 'offered', come: 'came' },
    declined: { take: 'confirmed', queue: 'waiting', offer: 'offered', come: 'came' },
    came: {},
  },
}
