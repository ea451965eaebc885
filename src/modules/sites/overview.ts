import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, PlanId, ReportId } from '../../kernel/types.ts'

/** What stands around a site: its plans, its reports, and what the plan in force has ahead. */
export type Surroundings = {
  readonly plans: readonly { id: PlanId; academicYear: number; approved: boolean; state: string | null }[]
  readonly reports: readonly { id: ReportId; academicYear: number; state: 'draft' | 'submitted' | 'returned' | 'accepted' }[]
  readonly ahead: readonly {
    planId: PlanId
    lineKey: string
    activity: string
    form: string | null
    from: Day
    to: Day
    overdue: boolean
  }[]
}

/** Activities of the plan in force that nobody has reported on: the missed ones first, then the nearest, six at most. */
export async function surroundingsOf(tx: Tx, ctx: Ctx, siteId: string): Promise<Surroundings> {
  const territoryId = ctx.territory.id
  const plans = await sql<Surroundings['plans'][number]>`
    select p.id, p.academic_year, exists (select 1 from plan_versions v where v.territory_id = p.territory_id and v.plan_id = p.id and v.state = 'approved') as approved,
      (select v.state from plan_versions v where v.territory_id = p.territory_id and v.plan_id = p.id and v.state in ('draft', 'submitted')) as state
    from plans p where p.territory_id = ${territoryId} and p.site_id = ${siteId} order by p.academic_year desc limit 20`.execute(
    tx,
  )
  const reports = await sql<Surroundings['reports'][number]>`
    select id, academic_year, state from reports where territory_id = ${territoryId} and site_id = ${siteId}
    order by academic_year desc limit 20`.execute(tx)
  const ahead = await sql<Surroundings['ahead'][number]>`
    select p.id as plan_id, l.line_key, l.activity, l.form, l.starts_on as "from", l.ends_on as "to", l.ends_on < ${ctx.today}::date as overdue
    from plans p
      join plan_versions v on v.territory_id = p.territory_id and v.plan_id = p.id and v.state = 'approved'
      join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id and l.ends_on is not null
    where p.territory_id = ${territoryId} and p.site_id = ${siteId} and not exists
      (select 1 from executions e where e.territory_id = p.territory_id and e.plan_id = p.id and e.line_key = l.line_key)
    order by l.starts_on, l.position limit 6`.execute(tx)
  return { plans: plans.rows, reports: reports.rows, ahead: ahead.rows }
}
