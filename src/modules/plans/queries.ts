import { type NotNull, type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { later } from '../../kernel/dates.ts'
import { kindOfPeriod, type NamedPeriod, type PeriodKey } from '../../kernel/periods.ts'
import type { Day, Period, PersonId, PlanId, SiteId, TerritoryId } from '../../kernel/types.ts'
import { mappedRows, type Rows, sqlRows } from '../../kit/list/rows.ts'
import { stateOfWay, stepOfWay } from '../procedures/procedure-queries.ts'
import type { PlanState } from './model.ts'
import { planDueOn } from './rules.ts'
import type { MonthOfPlan, Tally } from './sheet.ts'
import { planFactByMonth, tally } from './sheet.ts'
import { regulationsWithPlansBy } from './store.ts'

export { plannedSites } from './case.ts'
export { writeExecution } from './commands/record-execution.ts'
export { compare } from './comparison.ts'
export {
  divisionsInForce,
  executionsOf,
  lineInForce,
  linesOf,
  lockPlan,
  openPlan,
  type PlannedSite,
  storedPeriod,
  versionsOf,
} from './store.ts'

export const pageSize = 50

/** Plan against fact of a site for a period. */
export type PlanFact = {
  readonly planId: PlanId
  readonly months: readonly MonthOfPlan[]
  readonly tally: Tally
}

/** Plan against fact by the version in force; null when the site has no approved plan for that period. (R-46) */
export async function planFact(
  tx: Tx,
  territoryId: TerritoryId,
  siteId: SiteId,
  period: PeriodKey,
  today: Day,
): Promise<PlanFact | null> {
  const rows = await tx
    .selectFrom('plans as plan')
    .innerJoin('planVersions as v', (join) =>
      join.onRef('v.territoryId', '=', 'plan.territoryId').onRef('v.planId', '=', 'plan.id').on('v.state', '=', 'approved'),
    )
    .leftJoin('planLines as l', (join) => join.onRef('l.territoryId', '=', 'v.territoryId').onRef('l.versionId', '=', 'v.id'))
    .leftJoin('executions as e', (join) =>
      join.onRef('e.territoryId', '=', 'plan.territoryId').onRef('e.planId', '=', 'plan.id').onRef('e.lineKey', '=', 'l.lineKey'),
    )
    .select(['plan.id', 'plan.startsOn as from', 'plan.endsOn as to', 'l.lineKey', 'l.startsOn', 'l.endsOn', 'e.outcome'])
    .where((is) => is.and({ 'plan.territoryId': territoryId, 'plan.siteId': siteId, 'plan.period': period }))
    .execute()
  const [first] = rows
  if (!first) return null
  const lines = rows
    .filter((row) => row.lineKey !== null)
    .map(({ startsOn, endsOn, outcome }) => ({
      startsOn,
      endsOn,
      execution: outcome === null ? null : { outcome: outcome as 'held' | 'cancelled' },
    }))
  return { planId: first.id, months: planFactByMonth(lines, first, today), tally: tally(lines, today) }
}

/** A site that works in a period with its plan, or without one. Counts come from the version in force; without one they are zero. */
export type PlanRow = {
  readonly id: PlanId | null
  readonly siteId: SiteId
  readonly siteName: string
  readonly theme: string
  /** Nobody has begun a plan, and the day it is wanted by has passed. */
  readonly isLate: boolean
  readonly approved: number | null
  readonly open: { readonly number: number; readonly state: PlanState; readonly returned: boolean } | null
  readonly lines: number
  readonly held: number
  readonly cancelled: number
  readonly overdue: number
  readonly decider: string | null
}

type FoundPlan = Omit<PlanRow, 'open' | 'isLate'> & {
  readonly startsOn: Day
  readonly openNumber: number | null
  readonly openState: PlanState | null
  readonly returned: boolean | null
}

/**
 * Sites of the territory that work in a period and plan by such periods, each with its plan for it, by name; nobody having begun is a row too. The register has them in
 * that order. What was done of the lines is looked up in one list for a plan: the planner takes a version for one line and would look up each
 * execution by itself.
 */
export async function plansOfPeriod(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, period: NamedPeriod): Promise<Rows<PlanRow>> {
  const { key, from, to } = period
  const planning = await regulationsWithPlansBy(tx, ctx, kindOfPeriod(key))
  return mappedRows(
    sqlRows<FoundPlan>(tx, {
      select: sql`plan.id, plan.site_id, plan.short_name as site_name, plan.theme, plan.starts_on, approved.number as approved,
        open.number as open_number, open.state as open_state,
        ${stateOfWay('open')} = 'returned' as returned,
        case when open.state = 'submitted' then r.document -> 'plan' -> 'chain' -> ${stepOfWay('open')} ->> 'caption' end as decider,
        counts.lines, counts.held, counts.cancelled, counts.overdue`,
      from: sql`(select e.territory_id, p.id, e.site_id, e.theme, e.starts_on, e.short_name, s.regulation_id from register_entries e
        join sites s on s.territory_id = e.territory_id and s.id = e.site_id
        left join plans p on p.territory_id = e.territory_id and p.site_id = e.site_id and p.period = ${key}
        where p.id is not null or (${to}::date is null or e.starts_on <= ${to}) and (e.ends_on is null or e.ends_on >= ${from}) and s.regulation_id = any(${planning})) plan`,
      as: 'plan',
      joins: sql`join regulations r on r.territory_id = plan.territory_id and r.id = plan.regulation_id
        left join plan_versions approved on approved.territory_id = plan.territory_id and approved.plan_id = plan.id and approved.state = 'approved'
        left join plan_versions open on open.territory_id = plan.territory_id and open.plan_id = plan.id and open.state in ('draft', 'submitted')
        cross join lateral (
          select coalesce(array_agg(line_key) filter (where outcome = 'held'), '{}') as held,
            coalesce(array_agg(line_key) filter (where outcome = 'cancelled'), '{}') as cancelled
          from executions e where e.territory_id = plan.territory_id and e.plan_id = plan.id) done
        cross join lateral (
          select count(l.ends_on)::int as lines, count(*) filter (where l.line_key = any(done.held))::int as held,
            count(*) filter (where l.line_key = any(done.cancelled))::int as cancelled,
            count(*) filter (where l.ends_on < ${ctx.today} and l.line_key <> all(done.held) and l.line_key <> all(done.cancelled))::int as overdue
          from plan_lines l where l.territory_id = plan.territory_id and l.version_id = approved.id) counts`,
      where: sql`plan.territory_id = ${ctx.territory.id}`,
      order: [sql`plan.short_name collate "ru-kn"`, sql`plan.site_id`],
    }),
    ({ openNumber, openState, returned, startsOn, ...row }) => ({
      ...row,
      isLate: row.id === null && planDueOn(period, startsOn) < ctx.today,
      open:
        openNumber === null || openState === null ? null : { number: openNumber, state: openState, returned: returned ?? false },
    }),
  )
}

/** Whether a line is reported as held, for a question of another module. */
export const isHeld = (plan: RawBuilder<unknown>, line: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from executions held where held.plan_id = ${plan} and held.line_key = ${line} and held.outcome = 'held')`

/** The periods for which the territory has plans, newest first. */
export async function periodsWithPlans(tx: Tx, territoryId: TerritoryId): Promise<NamedPeriod[]> {
  const { rows } = await sql<NamedPeriod>`
    select period as key, min(starts_on) as "from", max(ends_on) as "to" from plans
    where territory_id = ${territoryId} group by period order by min(starts_on) desc`.execute(tx)
  return rows
}

/** A line of a plan in force that waits on people. */
export type WaitingLine = {
  readonly planId: PlanId
  readonly lineKey: string
  readonly siteId: SiteId
  readonly siteName: string
  readonly activity: string
  readonly startsOn: Day
  readonly endsOn: Day
}

/**
 * Lines of plans in force without a report whose end has passed, longest overdue first. `siteIds` narrows to some sites; null is the whole
 * territory.
 */
export function overdueLines(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  siteIds: readonly SiteId[] | null,
  limit = pageSize,
): Promise<WaitingLine[]> {
  return undoneLines(tx, ctx)
    .where('l.endsOn', '<', ctx.today)
    .$if(siteIds !== null, (query) => query.where('plan.siteId', '=', sql<SiteId>`any(${siteIds})`))
    .orderBy('l.endsOn')
    .limit(limit)
    .execute()
}

/** Lines that have begun and have no report yet: what a head or the staff of these sites may report on now. */
export function linesAwaitingReport(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  siteIds: readonly SiteId[],
  limit = pageSize,
): Promise<WaitingLine[]> {
  return undoneLines(tx, ctx)
    .where('l.startsOn', '<=', ctx.today)
    .where('plan.siteId', '=', sql<SiteId>`any(${siteIds})`)
    .orderBy('l.endsOn')
    .limit(limit)
    .execute()
}

/** Lines a person answers for that are not over yet and begin until the given day. */
export function upcomingLinesOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  personId: PersonId,
  until: Day,
  limit = pageSize,
): Promise<WaitingLine[]> {
  return undoneLines(tx, ctx)
    .where('l.endsOn', '>=', ctx.today)
    .where('l.startsOn', '<=', until)
    .where((where) =>
      where.exists(
        where
          .selectFrom('planLinePeople as p')
          .select('p.lineId')
          .whereRef('p.territoryId', '=', 'l.territoryId')
          .whereRef('p.lineId', '=', 'l.id')
          .where('p.personId', '=', personId),
      ),
    )
    .orderBy('l.startsOn')
    .limit(limit)
    .execute()
}

/** Lines of a suspended site wait with it; lines after the end of a status are nobody's any more. */
function undoneLines(tx: Tx, { territory, today }: Pick<Ctx, 'territory' | 'today'>) {
  return tx
    .selectFrom('planVersions as v')
    .innerJoin('plans as plan', (join) => join.onRef('plan.territoryId', '=', 'v.territoryId').onRef('plan.id', '=', 'v.planId'))
    .innerJoin('planLines as l', (join) => join.onRef('l.territoryId', '=', 'v.territoryId').onRef('l.versionId', '=', 'v.id'))
    .innerJoin('sites as s', (join) => join.onRef('s.territoryId', '=', 'plan.territoryId').onRef('s.id', '=', 'plan.siteId'))
    .innerJoin('siteOrganisations as so', (join) =>
      join.onRef('so.territoryId', '=', 'plan.territoryId').onRef('so.siteId', '=', 'plan.siteId').on('so.isLead', '=', true),
    )
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.territoryId', '=', 'so.territoryId').onRef('o.id', '=', 'so.organisationId'),
    )
    .leftJoin('executions as e', (join) =>
      join.onRef('e.territoryId', '=', 'plan.territoryId').onRef('e.planId', '=', 'plan.id').onRef('e.lineKey', '=', 'l.lineKey'),
    )
    .select(['plan.id as planId', 'l.lineKey', 'plan.siteId', 'o.shortName as siteName', 'l.activity', 'l.startsOn', 'l.endsOn'])
    .where((is) => is.and({ 'v.territoryId': territory.id, 'v.state': 'approved' }))
    .where('e.lineKey', 'is', null)
    .where('l.startsOn', 'is not', null)
    .where('l.endsOn', 'is not', null)
    .$narrowType<{ startsOn: NotNull; endsOn: NotNull }>()
    .where(sql<boolean>`(s.ends_on is null or l.starts_on <= s.ends_on) and ${notSuspended(today)}`)
}

const notSuspended = (
  today: Day,
) => sql<boolean>`not exists (select from suspensions pause where pause.territory_id = s.territory_id
  and pause.site_id = s.id and pause.starts_on <= ${today} and (pause.ends_on is null or pause.ends_on >= ${today}))`

/** The plans of a site whose periods touch these days, the first first. */
export async function plansWithin(tx: Tx, territoryId: TerritoryId, siteId: SiteId, { from, to }: Period) {
  return tx
    .selectFrom('plans')
    .select(['id', 'startsOn', 'endsOn'])
    .where((is) => is.and({ territoryId, siteId }))
    .$call((query) => (to === null ? query : query.where('startsOn', '<=', to)))
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', from)]))
    .orderBy('startsOn')
    .execute()
}

/** Sites that have done their part for a day: their plan for it is in force or waits for whoever decides. */
export async function sitesWithPlanOn(tx: Tx, ctx: Pick<Ctx, 'territory'>, day: Day): Promise<ReadonlySet<SiteId>> {
  const { rows } = await sql<{ siteId: SiteId }>`
    select p.site_id from plans p join plan_versions v on v.territory_id = p.territory_id and v.plan_id = p.id and v.state in ('submitted', 'approved')
    where p.territory_id = ${ctx.territory.id} and p.starts_on <= ${day} and (p.ends_on is null or p.ends_on >= ${day})`.execute(
    tx,
  )
  return new Set(rows.map(({ siteId }) => siteId))
}

/** An earlier plan whose lines may be taken over: of the same site, or of an earlier site of one of its organisations. */
export type EarlierPlan = { readonly id: PlanId; readonly period: PeriodKey; readonly siteName: string }

export async function earlierPlans(tx: Tx, territoryId: TerritoryId, siteId: SiteId, before: Day): Promise<EarlierPlan[]> {
  const { rows } = await sql<EarlierPlan>`
    select plan.id, plan.period, coalesce(o.short_name, '') as site_name
    from plans plan
    left join site_organisations so on so.territory_id = plan.territory_id and so.site_id = plan.site_id and so.is_lead
    left join organisations o on o.territory_id = so.territory_id and o.id = so.organisation_id
    where plan.territory_id = ${territoryId} and plan.starts_on < ${before}
      and exists (select 1 from plan_versions v where v.territory_id = plan.territory_id and v.plan_id = plan.id and v.state = 'approved')
      and exists (
        select 1 from site_organisations mine join site_organisations theirs
          on theirs.territory_id = mine.territory_id and theirs.organisation_id = mine.organisation_id
        where mine.territory_id = plan.territory_id and mine.site_id = ${siteId} and theirs.site_id = plan.site_id)
    order by plan.starts_on desc, plan.id`.execute(tx)
  return rows
}

/** Sites that work in a period, plan by such periods and have no plan for it, those at work now; `siteIds` narrows to some, null is the whole territory. */
export async function sitesWithoutPlan(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  siteIds: readonly SiteId[] | null,
  { key, from, to }: NamedPeriod,
): Promise<{ id: SiteId; name: string; startsOn: Day }[]> {
  if (siteIds?.length === 0) return []
  const { territory, today } = ctx
  const planning = await regulationsWithPlansBy(tx, ctx, kindOfPeriod(key))
  const lastWanted = to === null || today < to ? today : to
  const { rows } = await sql<{ id: SiteId; name: string; startsOn: Day }>`
    select s.id, coalesce(o.short_name, s.theme) as name, s.starts_on
    from sites s
    left join site_organisations so on so.territory_id = s.territory_id and so.site_id = s.id and so.is_lead
    left join organisations o on o.territory_id = so.territory_id and o.id = so.organisation_id
    where s.territory_id = ${territory.id} and ${siteIds === null ? sql`true` : sql`s.id = any(${siteIds})`}
      and s.regulation_id = any(${planning}) and (${to}::date is null or s.starts_on <= ${to})
      and (s.ends_on is null or s.ends_on >= ${later(from, lastWanted)})
      and ${notSuspended(today)}
      and not exists (select 1 from plans p where p.territory_id = s.territory_id and p.site_id = s.id and p.period = ${key})
    order by coalesce(o.short_name, s.theme) collate "ru-kn"`.execute(tx)
  return rows
}
