import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, PersonId, ReviewId } from '../../kernel/types.ts'
import { initialsOf } from '../people/name-queries.ts'
import type { Candidate } from './assignment-rules.ts'
import type { PooledExpert } from './expert-queries.ts'
import type { Figures, Review, Score } from './model.ts'
import { candidatesOf, openReviewing, type Reviewing } from './reviewing.ts'
import { figuresOf, isWide, needsExtra } from './rules.ts'
import { loadReview, scoresOf } from './store.ts'

/** An application as those who lead its review see it: reasons only of what has been sent. */
export type LeadingSheet = Reviewing & {
  readonly nameOf: (personId: PersonId) => string
  readonly scores: ReadonlyMap<string, readonly Score[]>
  readonly figures: Figures
  readonly wide: boolean
  readonly needsExtra: boolean
  readonly candidates: readonly Candidate<PooledExpert>[]
}

/** Null when nobody reviews such an application here. */
export async function leadingSheet(tx: Tx, ctx: Ctx, applicationId: ApplicationId): Promise<LeadingSheet | null> {
  const reviewing = await openReviewing(tx, ctx, applicationId)
  if (!reviewing) return null
  const { reviews, call } = reviewing
  const sent = reviews.filter(({ state }) => state === 'sent').map(({ id }) => id)
  const people = reviews.flatMap(({ expertId, enteredBy }) => (enteredBy === null ? [expertId] : [expertId, enteredBy]))
  const figures = figuresOf(reviews)
  return {
    ...reviewing,
    nameOf: await initialsOf(tx, ctx, people),
    scores: await scoresOf(tx, ctx, sent),
    figures,
    wide: isWide(figures, call),
    needsExtra: needsExtra(reviews, call),
    candidates: await candidatesOf(tx, ctx, reviewing),
  }
}

/** The same by one of its reviews; null for a review of a round that is over. */
export async function leadingByReview(
  tx: Tx,
  ctx: Ctx,
  reviewId: ReviewId,
): Promise<{ sheet: LeadingSheet; review: Review } | null> {
  const found = await loadReview(tx, ctx, reviewId)
  const sheet = found && (await leadingSheet(tx, ctx, found.applicationId))
  const review = sheet?.reviews.find(({ id }) => id === reviewId)
  return sheet && review ? { sheet, review } : null
}
