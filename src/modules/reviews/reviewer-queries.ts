import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, PersonId, ReviewId } from '../../kernel/types.ts'

/** Reviews that were sent, with their experts: they are told what became of the application they read. */
export async function reviewersOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  applicationIds: readonly ApplicationId[],
): Promise<{ reviewId: ReviewId; applicationId: ApplicationId; personId: PersonId }[]> {
  const { rows } = await sql<{ reviewId: ReviewId; applicationId: ApplicationId; personId: PersonId }>`
    select id as review_id, application_id, expert_person_id as person_id from reviews
    where territory_id = ${ctx.territory.id} and application_id = any(${[...applicationIds]}::uuid[]) and state = 'sent'`.execute(
    tx,
  )
  return rows
}
