import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationId, ProgrammeId, SiteId } from '../../../kernel/types.ts'

/** The programme of a granted application becomes the programme of the site, in the transaction of the order. */
export async function giveToSite(tx: Tx, ctx: Ctx, applicationId: ApplicationId, siteId: SiteId): Promise<ProgrammeId | null> {
  const row = await tx
    .updateTable('programmes')
    .set({ siteId })
    .where('territoryId', '=', ctx.territory.id)
    .where('applicationId', '=', applicationId)
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The order that granted the status has been revoked: the programme is the application's again. */
export async function takeFromSite(tx: Tx, ctx: Ctx, applicationId: ApplicationId): Promise<void> {
  await tx
    .updateTable('programmes')
    .set({ siteId: null })
    .where('territoryId', '=', ctx.territory.id)
    .where('applicationId', '=', applicationId)
    .execute()
}
