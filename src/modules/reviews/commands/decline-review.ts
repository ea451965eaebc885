import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ReviewId } from '../../../kernel/types.ts'
import { tellAll } from '../../../notices/tell.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { subjectOf } from '../model.ts'
import { leadersOf } from '../reviewing.ts'
import { lockBoth, moveReview } from './move-review.ts'

/** The expert declines, before reading or when a conflict comes to light; those who lead the review are told why. */
export function declineReview(ctx: Acting, input: { reviewId: ReviewId; reason: string }): Promise<Result<null>> {
  const { reason } = input
  return transact(ctx, async (tx) => {
    const locked = await lockBoth(tx, ctx, input.reviewId)
    if (!locked) return refuse({ code: 'notFound' })
    const { review, reviewing } = locked
    if (!may(ctx, 'review.edit', subjectOf(ctx.territory.id, review.expertId)))
      return refuse({ code: 'forbidden', permission: 'review.edit' })
    const moved = await moveReview(tx, ctx, review, 'decline', { declineReason: reason, declinedAt: ctx.now })
    if (!moved.ok) return moved

    const nameOf = await initialsOf(tx, ctx, [review.expertId])
    const [number, expert] = [reviewing.app.number!, nameOf(review.expertId)]
    const leaders = await leadersOf(tx, ctx)
    const params = { number, applicationId: review.applicationId, expert, reason }
    await tellAll(tx, ctx, leaders, { kind: 'review.declined', subjectId: review.id, params })
    const facts = { number, application: review.applicationId, expert, reason }
    await record(tx, ctx, { kind: 'review.declined', subjectId: review.id, facts })
    return ok(null)
  })
}
