import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ReviewId } from '../../../kernel/types.ts'
import { declaration } from '../declaration.ts'
import { lockOwn, moveReview, told } from './move-review.ts'

/** The expert declares that there is no conflict of interests; only then does the application open to them. */
export function declareNoConflict(ctx: Acting, input: { reviewId: ReviewId }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const locked = await lockOwn(tx, ctx, input.reviewId)
    if (!locked.ok) return locked
    const { review } = locked.value
    const moved = await moveReview(tx, ctx, review, 'declare', { declaredAt: ctx.now, declaration })
    if (!moved.ok) return moved
    await record(tx, ctx, { kind: 'review.declared', subjectId: review.id, facts: await told(tx, ctx, locked.value) })
    return ok(null)
  })
}
