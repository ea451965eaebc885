import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { RegulationId } from '../../kernel/types.ts'

/** Whether an order that waits for its signature approves this edition of the regulation. */
export async function approvesEdition(tx: Tx, { territory }: Pick<Ctx, 'territory'>, id: RegulationId): Promise<boolean> {
  const row = await tx
    .selectFrom('orderEffects as e')
    .innerJoin('orders as o', (join) => join.onRef('o.territoryId', '=', 'e.territoryId').onRef('o.id', '=', 'e.orderId'))
    .select('e.id')
    .where('e.territoryId', '=', territory.id)
    .where('o.state', '=', 'awaitingSignature')
    .where(sql<boolean>`e.effect->>'kind' in ('approveRegulation', 'amendRegulation') and e.effect->>'regulationId' = ${id}`)
    .executeTakeFirst()
  return row !== undefined
}
