import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ReviewId } from '../../../kernel/types.ts'
import { tellAll } from '../../../notices/tell.ts'
import { operatorsOf } from '../../applications/queries.ts'
import { lockOwn, moveReview, told } from './move-review.ts'

/** The expert declines, before reading or when a conflict comes to light; those who lead the review are told why. */
export function declineReview(ctx: Acting, input: { reviewId: ReviewId; reason: string }): Promise<Result<null>> {
  const { reason } = input
  return transact(ctx, async (tx) => {
    const locked = await lockOwn(tx, ctx, input.reviewId)
    if (!locked.ok) return locked
    const { review } = locked.value
    const moved = await moveReview(tx, ctx, review, 'decline', { declineReason: reason, declinedAt: ctx.now })
    if (!moved.ok) return moved
    const facts = { ...(await told(tx, ctx, locked.value)), reason }
    const { application: applicationId, ...params } = facts
    await tellAll(tx, ctx, await operatorsOf(tx, ctx), {
      ...{ kind: 'review.declined', subjectId: review.id },
      params: { ...params, applicationId },
    })
    await record(tx, ctx, { kind: 'review.declined', subjectId: review.id, facts })
    return ok(null)
  })
}
