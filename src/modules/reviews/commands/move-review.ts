import type { Updateable } from 'kysely'
import { type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Reviews } from '../../../db/types.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ReviewId } from '../../../kernel/types.ts'
import { numberOf } from '../../applications/model.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { machine } from '../machine.ts'
import { type Review, type ReviewAction, type ReviewState, subjectOf } from '../model.ts'
import { lockReviewing, type Reviewing } from '../reviewing.ts'
import { loadReview } from '../store.ts'

/** A review with its application; whether it is of the round in hand. */
export type Both = { readonly review: Review; readonly reviewing: Reviewing; readonly isCurrent: boolean }

/** A review and its application, both locked, the application first: commands never lock them the other way round. */
export async function lockBoth(tx: Tx, ctx: Ctx, reviewId: ReviewId): Promise<Both | null> {
  const found = await loadReview(tx, ctx, reviewId)
  const reviewing = found && (await lockReviewing(tx, ctx, found.applicationId))
  const review = reviewing && (await loadReview(tx, ctx, reviewId, true))
  return review && reviewing ? { review, reviewing, isCurrent: review.round === reviewing.app.round } : null
}

/** The same for its expert; refused to everybody else. */
export async function lockOwn(tx: Tx, ctx: Ctx, reviewId: ReviewId): Promise<Result<Both>> {
  const both = await lockBoth(tx, ctx, reviewId)
  if (!both) return refuse({ code: 'notFound' })
  const permission = 'review.edit'
  return may(ctx, permission, subjectOf(ctx.territory.id, both.review.expertId))
    ? ok(both)
    : refuse({ code: 'forbidden', permission })
}

/** The same for those who lead reviews. */
export async function lockLed(tx: Tx, ctx: Ctx, reviewId: ReviewId): Promise<Result<Both>> {
  const both = await lockBoth(tx, ctx, reviewId)
  if (!both) return refuse({ code: 'notFound' })
  return may(ctx, 'review.manage') ? ok(both) : refuse({ code: 'forbidden', permission: 'review.manage' })
}

/** What history tells of a review, whatever was done to it. */
export async function told(tx: Tx, ctx: Ctx, { review, reviewing }: Both) {
  const nameOf = await initialsOf(tx, ctx, [review.expertId])
  return { number: numberOf(reviewing.app), application: review.applicationId, expert: nameOf(review.expertId) }
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
