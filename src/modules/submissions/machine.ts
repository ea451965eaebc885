import type { Machine } from '../../kernel/machine.ts'

export type SubmissionState = 'draft' | 'sent' | 'returned' | 'drafted' | 'decided'
export type SubmissionAction =
  | 'change'
  | 'drop'
  | 'send'
  | 'return'
  /** The authority writes its choice down without making an order of it yet. */
  | 'choose'
  | 'draftOrder'
  /** The draft order was thrown away, the signed one was revoked, or it left applications undecided. */
  | 'reopen'
  | 'settle'

/** The operator's submission to the authority. Only a signed order decides; until then the authority's choice can be taken back. */
export const machine: Machine<SubmissionState, SubmissionAction> = {
  initial: 'draft',
  moves: {
    draft: { change: 'draft', drop: 'draft', send: 'sent' },
    sent: { return: 'returned', choose: 'sent', draftOrder: 'drafted' },
    returned: { change: 'returned', drop: 'returned', send: 'sent' },
    drafted: { reopen: 'sent', settle: 'decided' },
    decided: { reopen: 'sent' },
  },
}
