import type { Tx } from '../../db/pool.ts'
import type { SiteId } from '../../kernel/types.ts'
import { thing, type Where } from '../../kit/thing.ts'
import { type StandingSite, standingSite } from './standing-queries.ts'
import { siteIsOpen } from './standing-rules.ts'

/** A site on which contracts and cases about its status are begun. */
export const theSite = thing({
  param: 'site',
  sees: 'site.view',
  open: standingSite,
  async lock(tx, ctx, id: SiteId) {
    const its = { territoryId: ctx.territory.id, id }
    await tx
      .selectFrom('sites')
      .select('id')
      .where((is) => is.and(its))
      .forUpdate()
      .execute()
    return standingSite(tx, ctx, id)
  },
  concerns: ({ id, organisationIds }) => ({ siteId: id, organisationIds }),
  standing: ({ standing }, today) => siteIsOpen(standing, today),
})

/** What every case about a site has in common: the site stands around it, and it is asked about by those of the site. */
export const aboutSite = {
  around: async (tx: Tx, ctx: Where, { siteId }: { readonly siteId: SiteId }) => {
    const site = await standingSite(tx, ctx, siteId)
    return site && { site }
  },
  concerns: ({ site }: { readonly site: StandingSite }) => theSite.concerns(site),
}
