import { caseOf } from '../../kit/case.ts'
import { aboutSite } from '../sites/site-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'
import { membersOf } from './queries.ts'

/** A temporary working group of a site; its members see it, and whoever leads it runs it beside the head of the site. (L-31g) */
export const groups = caseOf({
  table: 'workingGroups',
  machine,
  param: 'group',
  sees: 'group.view',
  home: paths.group,
  around: async (tx, ctx, one) => {
    const [about, members] = await Promise.all([aboutSite.around(tx, ctx, one), membersOf(tx, ctx, one.id)])
    return about && { ...about, members }
  },
  concerns: ({ one, site, members }, { permission }) => ({
    siteId: site.id,
    organisationIds: site.organisationIds,
    personIds: permission === 'group.view' ? members.map(({ personId }) => personId) : [one.leaderId],
  }),
  standing: ({ site }, today) => siteIsOpen(site.standing, today),
})
export type OpenGroup = NonNullable<Awaited<ReturnType<typeof groups.open>>>
