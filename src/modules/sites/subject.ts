import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import type { SiteId } from '../../kernel/types.ts'

/** What permissions are asked about at a site; null when the territory has no such site. */
export async function siteSubject(request: { ctx: Ctx; tx: Tx; params: { readonly site: SiteId } }): Promise<Subject | null> {
  const { ctx, tx, params } = request
  const rows = await tx
    .selectFrom('siteOrganisations')
    .select('organisationId')
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId: params.site }))
    .execute()
  if (rows.length === 0) return null
  return { territoryId: ctx.territory.id, siteId: params.site, organisationIds: rows.map((row) => row.organisationId) }
}
