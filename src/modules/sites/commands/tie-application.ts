import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationId, SiteId } from '../../../kernel/types.ts'

/** The site whose status answers an application. */
export async function tieApplication(tx: Tx, ctx: Ctx, siteId: SiteId, applicationId: ApplicationId): Promise<void> {
  await tx
    .updateTable('sites')
    .set({ applicationId })
    .where((is) => is.and({ territoryId: ctx.territory.id, id: siteId }))
    .execute()
}

/** The decision is taken back: no site answers the application any more. */
export async function untieApplication(tx: Tx, ctx: Ctx, applicationId: ApplicationId): Promise<void> {
  await tx
    .updateTable('sites')
    .set({ applicationId: null })
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId }))
    .execute()
}
