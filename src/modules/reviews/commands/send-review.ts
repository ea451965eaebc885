import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ReviewId } from '../../../kernel/types.ts'
import type { ReviewText } from '../model.ts'
import { reviewClause } from '../reviewing.ts'
import { atOdds, brokenScores, missingForSending, totalOf } from '../rules.ts'
import { lockOwn, moveReview, told } from './move-review.ts'
import { writeText } from './save-review.ts'
import { settleReview } from './settle-review.ts'

export type SendInput = {
  readonly reviewId: ReviewId
  readonly version: number
  readonly text: ReviewText
  /** Said once more: points and recommendation are meant so. */
  readonly sure?: boolean
}

/** Sends a review for good. After the day it was due it is still taken. */
export function sendReview(ctx: Acting, input: SendInput): Promise<Result<null>> {
  const { text } = input
  return transact(ctx, async (tx) => {
    const locked = await lockOwn(tx, ctx, input.reviewId)
    if (!locked.ok) return locked
    const { review, reviewing } = locked.value
    if (review.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const { criteria } = reviewing.call
    const wrong = [
      ...brokenScores(criteria, text.scores),
      ...missingForSending(criteria, text, reviewClause(reviewing)),
      ...atOdds(criteria, text, input.sure ?? false),
    ]
    if (wrong.length > 0) return refuseAll(wrong)
    const total = totalOf(criteria, text.scores)

    await writeText(tx, ctx, review, text)
    const moved = await moveReview(tx, ctx, review, 'send', { sentAt: ctx.now, total })
    if (!moved.ok) return moved
    const settled = await settleReview(tx, ctx, reviewing)
    if (!settled.ok) return settled
    const facts = { ...(await told(tx, ctx, locked.value)), total }
    await recordAll(tx, ctx, [{ kind: 'review.sent', subjectId: review.id, facts }, ...settled.value])
    return ok(null)
  })
}
