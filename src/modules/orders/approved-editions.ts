import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { RegulationId } from '../../kernel/types.ts'
import type { Approval } from '../regulation/ports.ts'

/** The order that is to approve this edition of the regulation, where one is begun; rather one that waits for its signature. */
export async function approvalOf(tx: Tx, { territory }: Pick<Ctx, 'territory'>, id: RegulationId): Promise<Approval | null> {
  const row = await tx
    .selectFrom('orderEffects as e')
    .innerJoin('orders as o', (join) => join.onRef('o.territoryId', '=', 'e.territoryId').onRef('o.id', '=', 'e.orderId'))
    .select(['o.id', 'o.state'])
    .where('e.territoryId', '=', territory.id)
    .where('o.state', 'in', ['draft', 'awaitingSignature'])
    .where(sql<boolean>`e.effect->>'kind' in ('approveRegulation', 'amendRegulation') and e.effect->>'regulationId' = ${id}`)
    .orderBy('o.state')
    .executeTakeFirst()
  return row ? { orderId: row.id, awaitsSignature: row.state === 'awaitingSignature' } : null
}
