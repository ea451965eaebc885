import type { Machine } from '../../kernel/machine.ts'

export type OrderState = 'draft' | 'awaitingSignature' | 'signed' | 'revoked'
export type OrderAction = 'change' | 'delete' | 'submit' | 'withdraw' | 'sendBack' | 'sign' | 'publish' | 'acknowledge' | 'revoke'

/** An order. «Вступил в силу» is no state: it follows from the day the order takes effect. */
export const orderMachine: Machine<OrderState, OrderAction> = {
  initial: 'draft',
  moves: {
    draft: { change: 'draft', delete: 'draft', submit: 'awaitingSignature' },
    awaitingSignature: { withdraw: 'draft', sendBack: 'draft', sign: 'signed' },
    signed: { publish: 'signed', acknowledge: 'signed', revoke: 'revoked' },
    revoked: {},
  },
}

/** Every state, for filters. */
export const orderStates = ['draft', 'awaitingSignature', 'signed', 'revoked'] as const satisfies readonly OrderState[]

/** Orders that were signed once: everybody in the territory sees them, nobody changes them. */
export const issuedStates: readonly OrderState[] = ['signed', 'revoked']
