import type { Answer } from '../answer.ts'
import { basisOf } from '../cite.ts'
import type { Body, CommentRule } from '../kinds.ts'
import type { Regulation } from '../schema.ts'

/** When an expert has to write a reason beside the points. */
export function reviewComment(regulation: Regulation): Answer<CommentRule> {
  const { expertReview } = regulation
  return expertReview === null
    ? { value: 'free', basis: null }
    : { value: expertReview.comment, basis: basisOf(regulation, expertReview.clause) }
}

/** Who has applications judged. Null: nobody judges them here. */
export function reviewRule(regulation: Regulation): Answer<{ readonly by: Body } | null> {
  const { expertReview } = regulation
  return { value: expertReview, basis: expertReview && basisOf(regulation, expertReview.clause) }
}
