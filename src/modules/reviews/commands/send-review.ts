import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ReviewId } from '../../../kernel/types.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { type ReviewText, subjectOf } from '../model.ts'
import { reviewClause } from '../reviewing.ts'
import { brokenScores, missingForSending, totalOf } from '../rules.ts'
import { lockBoth, moveReview } from './move-review.ts'
import { writeText } from './save-review.ts'
import { settleReview } from './settle-review.ts'

/** Sends a review for good. After the day it was due it is still taken. */
export function sendReview(ctx: Acting, input: { reviewId: ReviewId; version: number; text: ReviewText }): Promise<Result<null>> {
  const { text } = input
  return transact(ctx, async (tx) => {
    const locked = await lockBoth(tx, ctx, input.reviewId)
    if (!locked) return refuse({ code: 'notFound' })
    const { review, reviewing } = locked
    if (!may(ctx, 'review.edit', subjectOf(ctx.territory.id, review.expertId)))
      return refuse({ code: 'forbidden', permission: 'review.edit' })
    if (review.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const { criteria } = reviewing.call
    const wrong = [...brokenScores(criteria, text.scores), ...missingForSending(criteria, text, reviewClause(reviewing))]
    if (wrong.length > 0) return refuseAll(wrong)
    const total = totalOf(criteria, text.scores)

    await writeText(tx, ctx, review, text)
    const moved = await moveReview(tx, ctx, review, 'send', { sentAt: ctx.now, total })
    if (!moved.ok) return moved
    const settled = await settleReview(tx, ctx, reviewing)
    if (!settled.ok) return settled
    const nameOf = await initialsOf(tx, ctx, [review.expertId])
    const facts = { number: reviewing.app.number, application: review.applicationId, expert: nameOf(review.expertId), total }
    await recordAll(tx, ctx, [{ kind: 'review.sent', subjectId: review.id, facts }, ...settled.value])
    return ok(null)
  })
}
