import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'
import type { PersonId, SiteId } from '../../kernel/types.ts'
import type { Decider } from './model.ts'
import type { OpenPlan } from './store.ts'

export type PlanNotice = 'plan.awaitsDecision' | 'plan.stepPassed' | 'plan.returned' | 'plan.approved' | 'plan.withdrawn'

/** Tells people about a plan, each once a day and kind; the one who acts is not told of their own deed. */
export async function notify(
  tx: Tx,
  ctx: Ctx,
  given: { kind: PlanNotice; plan: OpenPlan; to: readonly PersonId[]; params?: Readonly<Record<string, string>> },
): Promise<void> {
  const { kind, plan, params } = given
  const people = [...new Set(given.to)].filter((personId) => personId !== ctx.actor.personId)
  if (people.length === 0) return
  const told = { site: plan.site.organisations[0]?.shortName ?? '', academicYear: plan.plan.academicYear, ...params }
  await tx
    .insertInto('notices')
    .values(
      people.map((personId) => ({
        territoryId: ctx.territory.id,
        id: newId(),
        personId,
        kind,
        subjectId: plan.plan.id,
        onDay: ctx.today,
        params: JSON.stringify(told),
        createdAt: ctx.now,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
}

/** The people who decide at a step of the chain, today. */
export async function decidersOf(tx: Tx, ctx: Ctx, siteId: SiteId, by: Decider): Promise<PersonId[]> {
  if (by === 'operator') return withRoles(tx, ctx, ['methodist'])
  if (by === 'authority') return withRoles(tx, ctx, ['official', 'signatory'])
  return appointedAs(tx, ctx, siteId, by)
}

/** Whoever heads the site today. */
export const headsOf = (tx: Tx, ctx: Ctx, siteId: SiteId): Promise<PersonId[]> => appointedAs(tx, ctx, siteId, 'head')

async function withRoles(tx: Tx, ctx: Ctx, roles: readonly string[]): Promise<PersonId[]> {
  const rows = await tx
    .selectFrom('roleGrants')
    .select('personId')
    .distinct()
    .where('territoryId', '=', ctx.territory.id)
    .where('role', 'in', roles)
    .where('startsOn', '<=', ctx.today)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', ctx.today)]))
    .execute()
  return rows.map((row) => row.personId as PersonId)
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
  return rows.map((row) => row.personId as PersonId)
}
