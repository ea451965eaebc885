import { body, commentRule } from '../kinds.ts'
import { optionalRule } from '../rule.ts'

/** Who judges applications, and how. */
export const reviewRules = {
  expertReview: optionalRule({ by: body, comment: commentRule }),
}
