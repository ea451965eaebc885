import type { Ctx } from '../../authz/ctx.ts'
import type { GrantedRole } from '../../authz/roles.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId, SiteId } from '../../kernel/types.ts'
import type { Notice, NoticeKind, Notices } from '../../notices/kinds.ts'
import { tell } from '../../notices/tell.ts'
import { holdersOf } from '../people/role-queries.ts'
import type { Decider } from './model.ts'
import type { OpenPlan } from './store.ts'

type PlanNotice = Extract<NoticeKind, `plan.${string}`>

/** Tells people about a plan; `params` is what the kind says beside the site and the year. */
export function notify<Kind extends PlanNotice>(
  tx: Tx,
  ctx: Ctx,
  given: {
    kind: Kind
    plan: OpenPlan
    to: readonly PersonId[]
    params: Omit<Notices[Kind], 'site' | 'academicYear'>
  },
): Promise<void> {
  const { kind, plan, to } = given
  const params = {
    site: plan.site.organisations[0]?.shortName ?? '',
    academicYear: plan.plan.academicYear,
    ...given.params,
  }
  return tell(
    tx,
    ctx,
    to.map((personId) => ({ personId, kind, subjectId: plan.plan.id, params }) as unknown as Notice),
  )
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
    .where('territoryId', '=', ctx.territory.id)
    .where('siteId', '=', siteId)
    .where('kind', '=', kind)
    .where('startsOn', '<=', ctx.today)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', ctx.today)]))
    .execute()
  return rows.map((row) => row.personId)
}
