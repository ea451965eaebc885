import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Day, OrganisationId, PersonId, SiteId } from '../../../kernel/types.ts'

/** Whom a change of a status concerns: the organisations of the site, and whoever heads it on the day. */
export async function concernedBySite(
  tx: Tx,
  ctx: Ctx,
  { siteId }: { readonly siteId: SiteId },
  day: Day,
): Promise<{ organisations: readonly OrganisationId[]; people: readonly PersonId[] }> {
  const hosts = await tx
    .selectFrom('siteOrganisations')
    .select('organisationId as id')
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
    .execute()
  const heads = await tx
    .selectFrom('appointments')
    .select('personId as id')
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId, kind: 'head' }))
    .where('startsOn', '<=', day)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', day)]))
    .execute()
  return { organisations: hosts.map(({ id }) => id), people: heads.map(({ id }) => id) }
}
