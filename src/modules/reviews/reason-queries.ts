import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { CallId, ReviewId } from '../../kernel/types.ts'
import type { Score } from './model.ts'

/** What every expert gave by one criterion of a call, by review. Only what has been sent. */
export async function scoresByCriterion(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  callId: CallId,
  criterion: string,
): Promise<ReadonlyMap<ReviewId, Score>> {
  const { rows } = await sql<Score & { reviewId: ReviewId }>`
    select r.id as review_id, s.criterion_code as code, s.points::float8 as points, s.comment
    from applications a join reviews r on r.territory_id = a.territory_id and r.application_id = a.id and r.round = a.round and r.state = 'sent'
      join review_scores s on s.territory_id = r.territory_id and s.review_id = r.id
    where a.territory_id = ${territory.id} and a.call_id = ${callId} and s.criterion_code = ${criterion}`.execute(tx)
  return new Map(rows.map(({ reviewId, ...score }) => [reviewId, score]))
}
