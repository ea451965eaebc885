import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, PlanId, SiteId } from '../../kernel/types.ts'

/** An activity of the plan in force that nobody has reported on. */
export type AheadLine = {
  readonly planId: PlanId
  readonly lineKey: string
  readonly activity: string
  readonly form: string | null
  readonly from: Day
  readonly to: Day
  readonly overdue: boolean
}

/** Activities of the plan in force that nobody has reported on: the missed ones first, then the nearest, six at most. */
export async function aheadOf(tx: Tx, ctx: Ctx, siteId: SiteId): Promise<AheadLine[]> {
  const territoryId = ctx.territory.id
  const { rows } = await sql<AheadLine>`
    select p.id as plan_id, l.line_key, l.activity, l.form, l.starts_on as "from", l.ends_on as "to", l.ends_on < ${ctx.today}::date as overdue
    from plans p
      join plan_versions v on v.territory_id = p.territory_id and v.plan_id = p.id and v.state = 'approved'
      join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id and l.ends_on is not null
    where p.territory_id = ${territoryId} and p.site_id = ${siteId} and not exists
      (select 1 from executions e where e.territory_id = p.territory_id and e.plan_id = p.id and e.line_key = l.line_key)
    order by l.starts_on, l.position limit 6`.execute(tx)
  return rows
}
/** The plans of a site, the newest first. */
export async function plansOfSite(tx: Tx, ctx: Ctx, siteId: SiteId): Promise<{ id: PlanId; academicYear: number }[]> {
  return tx
    .selectFrom('plans')
    .select(['id', 'academicYear'])
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
    .orderBy('academicYear', 'desc')
    .limit(20)
    .execute()
}
