import type { SiteId } from '../../kernel/types.ts'
import { thing } from '../../kit/thing.ts'
import { theSite } from '../sites/site-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { plannedSite } from './store.ts'

/** A site on which plans are begun. */
export const plannedSites = thing({
  param: 'site',
  sees: 'site.view',
  open: plannedSite,
  lock: async (tx, ctx, id: SiteId) => (await theSite.lock(tx, ctx, id)) && plannedSite(tx, ctx, id),
  concerns: ({ id }) => ({ siteId: id }),
  standing: ({ standing }, today) => siteIsOpen(standing, today),
})
