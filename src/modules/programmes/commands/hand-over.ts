import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationId, SiteId } from '../../../kernel/types.ts'

/** The programme of an application goes to the site that got the status, or back to the application alone. */
export async function handOver(tx: Tx, ctx: Ctx, applicationId: ApplicationId, siteId: SiteId | null): Promise<void> {
  await tx
    .updateTable('programmes')
    .set({ siteId })
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId }))
    .execute()
}
