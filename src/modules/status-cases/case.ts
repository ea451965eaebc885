import type { Ctx } from '../../authz/ctx.ts'
import { caseOf } from '../../kit/case.ts'
import { standingSite } from '../sites/standing-queries.ts'
import { type CaseKind, machine } from './machine.ts'
import type { Proposer } from './model.ts'
import { paths } from './paths.ts'

/** What is being decided about the status of a site. Only an order carries it out. */
export const statusCases = caseOf({
  table: 'statusCases',
  machine,
  param: 'case',
  sees: 'statusCase.view',
  home: paths.statusCase,
  around: async (tx, ctx, one) => {
    const site = await standingSite(tx, ctx, one.siteId)
    return site && { site, one: one as { kind: CaseKind; proposedBy: Proposer } }
  },
  concerns: ({ site }) => ({ siteId: site.id, organisationIds: site.organisationIds }),
})

export type OpenCase = NonNullable<Awaited<ReturnType<typeof statusCases.open>>>

/** Whose wish it is. */
export function proposerOf({ actor }: Pick<Ctx, 'actor'>): Proposer {
  if (actor.roles.includes('methodist')) return 'operator'
  return actor.roles.includes('official') ? 'authority' : 'organisation'
}
