import { type Selectable, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Reviews } from '../../db/types.ts'
import type { ApplicationId, ReviewId } from '../../kernel/types.ts'
import type { Review, ReviewText, Score } from './model.ts'

type Where = Pick<Ctx, 'territory'>

/** One review; null when the territory has none such. With `lock` it stays as it is until the end of the transaction. */
export async function loadReview(tx: Tx, { territory }: Where, id: ReviewId, lock = false): Promise<Review | null> {
  const row = await tx
    .selectFrom('reviews')
    .selectAll()
    .where((is) => is.and({ territoryId: territory.id, id }))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ? reviewOf(row) : null
}

/**
 * Every review of one round of an application, in the order in which they were assigned; those taken away too. With `lock` they stay as they are
 * until the end of the transaction.
 */
export async function reviewsOfRound(
  tx: Tx,
  { territory }: Where,
  applicationId: ApplicationId,
  round: number,
  lock = false,
): Promise<Review[]> {
  const rows = await tx
    .selectFrom('reviews')
    .selectAll()
    .where((is) => is.and({ territoryId: territory.id, applicationId, round }))
    .orderBy('assignedAt')
    .orderBy('id')
    .$if(lock, (query) => query.forUpdate())
    .execute()
  return rows.map(reviewOf)
}

const reviewOf = ({ total, expertPersonId: expertId, ...row }: Selectable<Reviews>): Review => ({
  ...row,
  expertId,
  total: total === null ? null : Number(total),
})

/** What these experts gave, by review. */
export async function scoresOf(
  tx: Tx,
  { territory }: Where,
  reviewIds: readonly ReviewId[],
): Promise<ReadonlyMap<string, readonly Score[]>> {
  if (reviewIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('reviewScores')
    .select(['reviewId', 'criterionCode as code', 'points', 'comment'])
    .where('territoryId', '=', territory.id)
    .where('reviewId', '=', sql<ReviewId>`any(${reviewIds}::uuid[])`)
    .execute()
  const byReview = Map.groupBy(rows, (row) => row.reviewId)
  return new Map(
    [...byReview].map(([id, scores]) => [
      id,
      scores.map(({ code, points, comment }) => ({ code, points: points === null ? null : Number(points), comment })),
    ]),
  )
}

/** What an expert has written, put together of the review and its scores. */
export const textOf = (
  { id, conclusion, recommendation }: Review,
  scores: ReadonlyMap<string, readonly Score[]>,
): ReviewText => ({
  scores: scores.get(id) ?? [],
  conclusion,
  recommendation,
})

/** Puts these scores in place of whatever the review had. */
export async function replaceScores(tx: Tx, { territory }: Where, reviewId: ReviewId, scores: readonly Score[]): Promise<void> {
  await tx.deleteFrom('reviewScores').where('territoryId', '=', territory.id).where('reviewId', '=', reviewId).execute()
  const rows = scores.map(({ code, points, comment }) => ({
    territoryId: territory.id,
    reviewId,
    criterionCode: code,
    points,
    comment,
  }))
  if (rows.length > 0) await tx.insertInto('reviewScores').values(rows).execute()
}

export type TakenReview = Pick<Review, 'id' | 'expertId' | 'state' | 'total' | 'recommendation'>

/** Who has been given these applications in the round in hand, taken away or not. */
export async function takenIn(
  tx: Tx,
  { territory }: Where,
  applicationIds: readonly ApplicationId[],
): Promise<ReadonlyMap<ApplicationId, readonly TakenReview[]>> {
  if (applicationIds.length === 0) return new Map()
  const { rows } = await sql<TakenReview & { applicationId: ApplicationId }>`
    select r.application_id, r.id, r.expert_person_id as expert_id, r.state, r.total::float8 as total, r.recommendation
    from reviews r join applications a on a.territory_id = r.territory_id and a.id = r.application_id and a.round = r.round
    where r.territory_id = ${territory.id} and r.application_id = any(${applicationIds}::uuid[])`.execute(tx)
  return Map.groupBy(rows, ({ applicationId }) => applicationId)
}
