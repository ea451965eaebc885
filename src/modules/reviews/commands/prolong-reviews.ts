import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { CallId, Day } from '../../../kernel/types.ts'

/** An order moved the day of the review: what is being written is awaited until then, unless it was given longer already. */
export async function prolongReviews(tx: Tx, { territory }: Pick<Ctx, 'territory'>, callId: CallId, dueOn: Day): Promise<void> {
  await sql`update reviews r set due_on = ${dueOn} from applications a
    where r.territory_id = ${territory.id} and a.territory_id = r.territory_id and a.id = r.application_id and a.call_id = ${callId}
      and r.state in ('assigned', 'accepted') and r.due_on < ${dueOn}`.execute(tx)
}
