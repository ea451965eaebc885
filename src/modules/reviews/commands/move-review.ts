import type { Updateable } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Reviews } from '../../../db/types.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ReviewId } from '../../../kernel/types.ts'
import { machine } from '../machine.ts'
import type { Review, ReviewAction, ReviewState } from '../model.ts'
import { lockReviewing, type Reviewing } from '../reviewing.ts'
import { loadReview } from '../store.ts'

/** A review and its application, both locked, the application first: commands never lock them the other way round. */
export async function lockBoth(
  tx: Tx,
  ctx: Ctx,
  reviewId: ReviewId,
): Promise<{ review: Review; reviewing: Reviewing; isCurrent: boolean } | null> {
  const found = await loadReview(tx, ctx, reviewId)
  const reviewing = found && (await lockReviewing(tx, ctx, found.applicationId))
  const review = reviewing && (await loadReview(tx, ctx, reviewId, true))
  return review && reviewing ? { review, reviewing, isCurrent: review.round === reviewing.app.round } : null
}

/** Moves a locked review by an action of its machine and writes what goes with it. The only way to a new state. */
export async function moveReview(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  review: Pick<Review, 'id' | 'state' | 'version'>,
  action: ReviewAction,
  set: Omit<Updateable<Reviews>, 'state' | 'editVersion' | 'id' | 'territoryId'> = {},
): Promise<Result<ReviewState>> {
  const next = move(machine, review.state, action)
  if (!next.ok) return next
  const moved = await tx
    .updateTable('reviews')
    .set({ ...set, state: next.value, editVersion: review.version + 1 })
    .where((is) => is.and({ territoryId: ctx.territory.id, id: review.id, editVersion: review.version }))
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n ? ok(next.value) : refuse({ code: 'changedMeanwhile' })
}
