import type { Regulation } from '../../regulation/schema.ts'
import { hasStep } from '../../regulation/status/questions.ts'
import type { ApplicationAction, ApplicationState } from './machine.ts'

/** Where an application stands when the operator may propose it: after the review, where the regulation asks for one. */
export const proposableState = (regulation: Regulation): ApplicationState =>
  hasStep(regulation, 'expertReview') ? 'reviewed' : 'admitted'

/** Where an application stands when it may be decided: proposed by the operator, where the regulation asks for a submission. */
export const decidableState = (regulation: Regulation): ApplicationState =>
  hasStep(regulation, 'submission') ? 'proposed' : proposableState(regulation)

/** How an application goes back when what moved it is taken back. */
export const backTo: Readonly<Partial<Record<ApplicationState, ApplicationAction>>> = {
  admitted: 'backToAdmitted',
  reviewed: 'backToReviewed',
  proposed: 'backToProposed',
}
