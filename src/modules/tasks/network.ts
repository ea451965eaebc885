import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { createKeeping, whileUnchanged } from '../../kernel/keeping.ts'
import { type Division, type PeriodKey, workingPeriod } from '../../kernel/periods.ts'
import type { Day } from '../../kernel/types.ts'
import { divisionsInForce } from '../plans/queries.ts'
import { reportsNow } from '../reports/queries.ts'

/** The network in figures on the territory's today; each opens its rows. */
export type Network = {
  readonly period: PeriodKey
  readonly sites: number
  /** Sites whose status an order has given ahead, and the first day of the nearest. */
  readonly coming: number
  readonly comingOn: Day | null
  readonly planned: number
  readonly held: number
  /** Reports of the period that its list begins with, and how many of them are handed in. */
  readonly reports: { readonly period: PeriodKey; readonly asked: number; readonly handedIn: number }
}

const kept = createKeeping<Network>({ heaviest: 5000, forMs: 600_000, weightOf: () => 1 })

/** The same, counted once for as long as nothing of the territory changes. */
export const networkNow = (tx: Tx, ctx: Ctx): Promise<Network> => whileUnchanged(kept, ctx, '', () => networkOf(tx, ctx))

/** Counts for the side of the first page: active sites, lines of plans in force held of planned, reports of the period. */
export async function networkOf(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today' | 'changes'>): Promise<Network> {
  const [divisions, reports] = await Promise.all([divisionsInForce(tx, ctx), reportsNow(tx, ctx)])
  const now = (division: Division) => workingPeriod(division, ctx.today, { from: ctx.today, to: null }).key
  const periods = divisions.map(now)
  return {
    period: now(divisions[0]),
    reports: {
      period: reports.period.key,
      asked: reports.rows.length,
      handedIn: reports.rows.filter(({ state }) => state === 'submitted' || state === 'accepted').length,
    },
    ...(await oneRow(
      tx,
      sql<Omit<Network, 'period' | 'reports'>>`
    select
      status.sites, status.coming, status.coming_on,
      coalesce(lines.planned, 0) as planned, coalesce(lines.held, 0) as held
    from (select ${ctx.territory.id}::uuid as id) t
    left join lateral (
      select count(*) filter (where s.starts_on <= ${ctx.today} and (s.ends_on is null or s.ends_on >= ${ctx.today}))::int as sites,
        count(*) filter (where s.starts_on > ${ctx.today})::int as coming, min(s.starts_on) filter (where s.starts_on > ${ctx.today}) as coming_on
      from sites s where s.territory_id = t.id
    ) status on true
    left join lateral (
      select count(l.id)::int as planned, count(e.line_key) filter (where e.outcome = 'held')::int as held
      from plans p
      join plan_versions v on v.territory_id = p.territory_id and v.plan_id = p.id and v.state = 'approved'
      join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id
      left join executions e on e.territory_id = p.territory_id and e.plan_id = p.id and e.line_key = l.line_key
      where p.territory_id = t.id and p.period = any(${periods}::text[])
    ) lines on true`,
    )),
  }
}
