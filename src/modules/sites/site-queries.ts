import type { SiteId } from '../../kernel/types.ts'
import { thing } from '../../kit/thing.ts'
import { standingSite } from './standing-queries.ts'
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
