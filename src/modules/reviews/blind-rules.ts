import type { ApplicationState } from '../applications/machine.ts'
import { hasDeclared, isStanding } from './machine.ts'
import type { ReviewState } from './model.ts'

// Blind review: until nobody can be swayed an expert sees neither points nor reasons of the others, and their names only after the decision.

/** States in which the review of the round is over and nobody can be swayed any more. */
const afterReview: ReadonlySet<ApplicationState> = new Set(['reviewed', 'proposed', 'granted', 'declined'])
const decided: ReadonlySet<ApplicationState> = new Set(['granted', 'declined'])

/**
 * Whether an expert may read what the others wrote of the same application: their own review is sent, and every other one that has not been
 * given to somebody else is sent too. An expert who wrote nothing sees nothing.
 */
export function mayReadOthers(own: ReviewState, others: readonly ReviewState[], application: ApplicationState): boolean {
  if (own !== 'sent') return false
  return afterReview.has(application) || others.filter(isStanding).every((state) => state === 'sent')
}

/** Names of other experts are told only after the decision. */
export const mayKnowNames = (application: ApplicationState): boolean => decided.has(application)

/** What was submitted opens to its expert after the declaration, and only while the review is theirs. */
export const mayReadApplication = (own: ReviewState): boolean => hasDeclared(own)
