import type { Ctx } from '../../authz/ctx.ts'
import { caseOf } from '../../kit/case.ts'
import { aboutSite } from '../sites/site-queries.ts'
import { machine } from './machine.ts'
import type { Proposer } from './model.ts'
import { paths } from './paths.ts'

/** What is being decided about the status of a site. Only an order carries it out. */
export const statusCases = caseOf({
  table: 'statusCases',
  machine,
  param: 'case',
  sees: 'statusCase.view',
  home: paths.statusCase,
  ...aboutSite,
})

export type OpenCase = NonNullable<Awaited<ReturnType<typeof statusCases.open>>>

/** Whose wish it is. */
export function proposerOf({ actor }: Pick<Ctx, 'actor'>): Proposer {
  if (actor.roles.includes('methodist')) return 'operator'
  return actor.roles.includes('official') ? 'authority' : 'organisation'
}
