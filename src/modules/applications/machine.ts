import type { Machine } from '../../kernel/machine.ts'

export type ApplicationState =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'admitted'
  | 'underReview'
  | 'reviewed'
  | 'proposed'
  | 'granted'
  | 'declined'
  | 'withdrawn'

export type ApplicationAction =
  /** It stays where it is: something of it is written, it is thrown away unsent, more is asked about it. */
  | 'edit'
  | 'remove'
  | 'ask'
  | 'submit'
  | 'admit'
  | 'return'
  | 'withdraw'
  | 'startReview'
  | 'finishReview'
  | 'reopenReview'
  | 'propose'
  | 'grant'
  | 'decline'
  /** A submission was taken back, or the order that decided was revoked: the case stands where it stood before. */
  | 'backToAdmitted'
  | 'backToReviewed'
  | 'backToProposed'

/**
 * States of an application. Which of the steps a territory has is said by its regulation (`status.steps`): without a review the admitted
 * application goes straight to the decision, without a submission no `proposed` stands between.
 */
export const machine: Machine<ApplicationState, ApplicationAction> = {
  initial: 'draft',
  moves: {
    draft: { edit: 'draft', remove: 'draft', submit: 'submitted' },
    submitted: { ask: 'submitted', admit: 'admitted', return: 'returned', withdraw: 'withdrawn' },
    returned: { edit: 'returned', ask: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
    admitted: {
      ask: 'admitted',
      startReview: 'underReview',
      propose: 'proposed',
      grant: 'granted',
      decline: 'declined',
      return: 'returned',
      withdraw: 'withdrawn',
    },
    underReview: { ask: 'underReview', finishReview: 'reviewed', return: 'returned', withdraw: 'withdrawn' },
    reviewed: {
      ask: 'reviewed',
      reopenReview: 'underReview',
      propose: 'proposed',
      grant: 'granted',
      decline: 'declined',
      return: 'returned',
      withdraw: 'withdrawn',
    },
    proposed: {
      ask: 'proposed',
      grant: 'granted',
      decline: 'declined',
      backToAdmitted: 'admitted',
      backToReviewed: 'reviewed',
      withdraw: 'withdrawn',
    },
    granted: { backToAdmitted: 'admitted', backToReviewed: 'reviewed', backToProposed: 'proposed' },
    declined: { backToAdmitted: 'admitted', backToReviewed: 'reviewed', backToProposed: 'proposed' },
    withdrawn: {},
  },
}
