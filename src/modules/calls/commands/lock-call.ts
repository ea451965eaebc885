import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { OrderId } from '../../../kernel/types.ts'
import type { Call } from '../model.ts'
import { callById } from '../queries.ts'

/** A call as it stands until the end of the transaction: no order moves or revokes it meanwhile. Many may receive under it at once. */
export async function lockCall(tx: Tx, ctx: Pick<Ctx, 'territory'>, id: string): Promise<Call | null> {
  await sql`select id from calls where territory_id = ${ctx.territory.id} and id = ${id} for share`.execute(tx)
  return callById(tx, ctx, id)
}

/** Keeps the calls that these orders opened from receiving until the end of the transaction. */
export async function lockCallsOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, orderIds: readonly OrderId[]): Promise<void> {
  await sql`select id from calls where territory_id = ${ctx.territory.id} and order_id = any(${orderIds}::uuid[])
    order by id for update`.execute(tx)
}
