import type { Ctx } from '../../authz/ctx.ts'
import type { GrantedRole } from '../../authz/roles.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId, SiteId } from '../../kernel/types.ts'
import type { Who } from '../../kit/told.ts'
import { holdersOf } from '../people/role-queries.ts'
import type { Decider } from './model.ts'
import type { OpenPlan } from './store.ts'

/** What notices say of any plan. */
export const aboutPlan = ({ site, plan: { period } }: OpenPlan) => ({
  site: site.organisations[0]?.shortName ?? '',
  period: period.key,
})

/** Tells those who decide at a step that it is their turn. */
export function waitingFor(opened: OpenPlan, step: number) {
  const { by, caption } = opened.regulation.plan.chain[step]!
  const deciders: Who = (tx, ctx, siteId) => decidersOf(tx, ctx, siteId, by)
  return { kind: 'plan.awaitsDecision' as const, to: [deciders], params: { ...aboutPlan(opened), caption } }
}

/** The people who decide at a step of the chain, today. */
export async function decidersOf(tx: Tx, ctx: Ctx, siteId: SiteId, by: Decider): Promise<PersonId[]> {
  if (by === 'operator') return withRoles(tx, ctx, ['methodist'])
  if (by === 'authority') return withRoles(tx, ctx, ['official', 'signatory'])
  return appointedAs(tx, ctx, siteId, by)
}

/** Whoever heads the site today. */
export const headsOf = (tx: Tx, ctx: Ctx, siteId: SiteId): Promise<PersonId[]> => appointedAs(tx, ctx, siteId, 'head')

async function withRoles(tx: Tx, ctx: Ctx, roles: readonly GrantedRole[]): Promise<PersonId[]> {
  const holders = await holdersOf(tx, ctx.territory.id, roles, ctx.today)
  return [...new Set(holders.map(({ personId }) => personId))]
}

async function appointedAs(tx: Tx, ctx: Ctx, siteId: SiteId, kind: 'head' | 'coordinator'): Promise<PersonId[]> {
  const rows = await tx
    .selectFrom('appointments')
    .select('personId')
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId, kind }))
    .where('startsOn', '<=', ctx.today)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', ctx.today)]))
    .execute()
  return rows.map((row) => row.personId)
}
