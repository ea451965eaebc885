import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'

/** The programme of an application goes to the site that got the status, or back to the application alone. */
export async function handOver(tx: Tx, ctx: Ctx, applicationId: string, siteId: string | null): Promise<void> {
  await tx
    .updateTable('programmes')
    .set({ siteId })
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId }))
    .execute()
}
