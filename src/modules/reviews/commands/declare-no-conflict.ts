import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ReviewId } from '../../../kernel/types.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { declaration } from '../declaration.ts'
import { subjectOf } from '../model.ts'
import { lockBoth, moveReview } from './move-review.ts'

/** The expert declares that there is no conflict of interests; only then does the application open to them. */
export function declareNoConflict(ctx: Acting, input: { reviewId: ReviewId }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const locked = await lockBoth(tx, ctx, input.reviewId)
    if (!locked) return refuse({ code: 'notFound' })
    const { review, reviewing } = locked
    if (!may(ctx, 'review.edit', subjectOf(ctx.territory.id, review.expertId)))
      return refuse({ code: 'forbidden', permission: 'review.edit' })
    const moved = await moveReview(tx, ctx, review, 'declare', { declaredAt: ctx.now, declaration })
    if (!moved.ok) return moved
    const nameOf = await initialsOf(tx, ctx, [review.expertId])
    const facts = { number: reviewing.app.number, application: review.applicationId, expert: nameOf(review.expertId) }
    await record(tx, ctx, { kind: 'review.declared', subjectId: review.id, facts })
    return ok(null)
  })
}
