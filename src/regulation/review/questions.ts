import type { Answer } from '../answer.ts'
import { basisOf } from '../cite.ts'
import type { Aggregate, CommentRule } from '../kinds.ts'
import type { Regulation } from '../schema.ts'
import type { WordForm } from '../words.ts'
import { usualReview } from './schema.ts'

/** When an expert has to write a reason beside the points. */
export function reviewComment(regulation: Regulation): Answer<CommentRule> {
  const { expertReview } = regulation
  return expertReview === null
    ? { value: 'free', basis: null }
    : { value: expertReview.comment, basis: basisOf(regulation, expertReview.clause) }
}

/** Who has applications judged. Null: nobody judges them here. */
export function reviewRule(regulation: Regulation): Answer<{ readonly by: string } | null> {
  const { expertReview } = regulation
  return { value: expertReview, basis: expertReview && basisOf(regulation, expertReview.clause) }
}

/** Reviews are led by the operator's methodist, and by the people of the body that the regulation lets judge: the role they are asked about in. */
export const judgedBy = (regulation: Regulation | undefined): { readonly role?: string } => {
  const judge = regulation?.expertReview?.by
  return judge === undefined ? {} : { role: judge }
}

export type PaperCriterion = NonNullable<Regulation['expertReview']>['criteria'][number]
export type ScoreRule = {
  readonly aggregate: Aggregate
  readonly pass: number | null
  readonly criteria: readonly PaperCriterion[]
}
/** How points become a result, and which one passes. Null: the paper gives no points, or leaves them to the order of the call. */
export function scoreRule(regulation: Regulation): Answer<ScoreRule | null> {
  const { expertReview } = regulation
  if (expertReview === null || expertReview.way === 'byOrder') return { value: null, basis: null }
  const criteria = expertReview.way === 'words' ? [] : expertReview.criteria
  return { value: { ...expertReview, criteria }, basis: basisOf(regulation, expertReview.clause) }
}

/** Whether experts write their opinion in words alone. */
export const judgesInWords = ({ expertReview }: Regulation): boolean => expertReview?.way === 'words'

/** How many experts read an application and how far apart they may lie, where the paper says so. */
export const reviewPanel = ({
  expertReview,
}: Regulation): { readonly size: number | null; readonly divergence: number | null } => ({
  size: expertReview?.panel ?? null,
  divergence: expertReview?.divergence ?? null,
})

/** What the paper calls the review of applications: «экспертиза», in the form asked for. */
export const reviewWord = (regulation: Regulation | null, form: WordForm = 'nominative'): string =>
  (regulation?.expertReview?.words ?? usualReview)[form]
