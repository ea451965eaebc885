import type { Machine } from '../../kernel/machine.ts'

export type CertificateState = 'issued' | 'revoked'
export type CertificateAction = 'revoke'

/** A paper is issued whole and holds until it is revoked; who is ready for one is derived and never stored. */
export const machine: Machine<CertificateState, CertificateAction> = {
  initial: 'issued',
  moves: { issued: { revoke: 'revoked' }, revoked: {} },
}
