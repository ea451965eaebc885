import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ReviewId } from '../../../kernel/types.ts'
import { applicationById } from '../../applications/queries.ts'
import { callById } from '../../calls/queries.ts'
import { type Review, type ReviewText, subjectOf } from '../model.ts'
import { brokenScores } from '../rules.ts'
import { loadReview, replaceScores } from '../store.ts'

/**
 * Keeps what an expert has written so far; nobody but the expert sees it before it is sent, and history does not tell of drafts.
 * Gives the new version of the record.
 */
export function saveReview(
  ctx: Acting,
  input: { reviewId: ReviewId; version: number; text: ReviewText },
): Promise<Result<number>> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, ctx, input.reviewId, true)
    if (!review) return refuse({ code: 'notFound' })
    if (!may(ctx, 'review.edit', subjectOf(ctx.territory.id, review.expertId)))
      return refuse({ code: 'forbidden', permission: 'review.edit' })
    if (review.state !== 'accepted') return refuse({ code: 'illegalMove', from: review.state, action: 'save' })
    if (review.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const app = await applicationById(tx, ctx, review.applicationId)
    const call = app?.callId ? await callById(tx, ctx, app.callId) : null
    const broken = brokenScores(call?.criteria ?? [], input.text.scores)
    if (broken.length > 0) return refuseAll(broken)

    await writeText(tx, ctx, review, input.text)
    const version = review.version + 1
    await tx
      .updateTable('reviews')
      .set({ editVersion: version })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: review.id }))
      .execute()
    return ok(version)
  })
}

/** Writes scores, conclusion and recommendation of a locked review, whatever its version. */
export async function writeText(tx: Tx, ctx: Ctx, review: Pick<Review, 'id'>, text: ReviewText): Promise<void> {
  const { scores, conclusion, recommendation } = text
  await replaceScores(tx, ctx, review.id, scores)
  await tx
    .updateTable('reviews')
    .set({ conclusion, recommendation })
    .where((is) => is.and({ territoryId: ctx.territory.id, id: review.id }))
    .execute()
}
