import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { SiteId } from '../../../kernel/types.ts'

/** What the public page says of plans of sites that never begin. */
export async function forgetActivities(tx: Tx, ctx: Ctx, siteIds: readonly SiteId[]): Promise<void> {
  await tx
    .deleteFrom('registerActivities')
    .where('territoryId', '=', ctx.territory.id)
    .where('siteId', 'in', [...siteIds])
    .execute()
}
