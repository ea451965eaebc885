import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { SiteId } from '../../../kernel/types.ts'

/** Contracts of sites that never begin. */
export async function forgetContracts(tx: Tx, ctx: Ctx, siteIds: readonly SiteId[]): Promise<void> {
  await tx
    .deleteFrom('contracts')
    .where('territoryId', '=', ctx.territory.id)
    .where('siteId', 'in', [...siteIds])
    .execute()
}
