import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { localTime } from '../../kernel/clock.ts'
import { daysBetween, later } from '../../kernel/dates.ts'
import { periodAt, periodName } from '../../kernel/periods.ts'
import type { Instant, SiteId } from '../../kernel/types.ts'
import { hasConsequences, type Missed, type Proposal, proposalsFor } from '../../regulation/status/consequences.ts'
import { planDivision } from '../../regulation/work/questions.ts'
import { sitesWithPlanOn } from '../plans/queries.ts'
import { ofReport } from '../reports/model.ts'
import { lateReports } from '../reports/queries.ts'
import { siteStanding } from '../sites/standing-queries.ts'
import type { SiteTerm } from '../sites/term-queries.ts'
import { proposerOf } from './case.ts'
import type { CaseKind } from './machine.ts'
import { whyNotNow } from './rules.ts'

export type SiteProposal = Proposal & { readonly site: SiteTerm }

/** What the papers say should be proposed about the sites at work, and has not been since it came to that. */
export async function proposalsNow(tx: Tx, ctx: Ctx): Promise<SiteProposal[]> {
  const sites = await lateReports(tx, ctx, hasConsequences)
  if (sites.length === 0) return []
  const [planned, begun] = await Promise.all([sitesWithPlanOn(tx, ctx, ctx.today), casesBegun(tx, ctx)])
  const all = sites.flatMap(({ site, late }) => {
    const reports = late.map((row): Missed => ({ what: 'report', name: `Отчёт ${ofReport(row)}`, due: row.due, late: row.late }))
    const missed = [...reports, ...(planned.has(site.id) ? [] : [missedPlan(ctx, site)])]
    return proposalsFor(site.regulation, missed)
      .filter(({ follows, since }) => !begun.some((one) => one.siteId === site.id && one.kind === follows && one.on >= since))
      .map((one) => ({ ...one, site }))
  })
  const possible = await Promise.all(all.map((one) => isPossible(tx, ctx, one)))
  return all.filter((_, index) => possible[index])
}

/** Whether a case of that kind could be begun today at all. */
async function isPossible(tx: Tx, ctx: Ctx, { site: { id, regulation }, follows }: SiteProposal): Promise<boolean> {
  const standing = await siteStanding(tx, ctx.territory.id, id)
  return standing !== null && whyNotNow(regulation, standing, follows, { today: ctx.today, proposedBy: proposerOf(ctx) }) === null
}

/** The period that has begun without a plan: of the first one the plan is due when the status begins. */
function missedPlan({ today }: Ctx, { regulation, term }: SiteTerm): Missed {
  const period = periodAt(planDivision(regulation), today, term)
  const due = later(period.from, term.from)
  return { what: 'plan', name: `План на ${periodName(period.key)}`, due, late: daysBetween(due, today) }
}

/** Which cases have been begun, open or closed, and on which day. */
async function casesBegun(tx: Tx, { territory }: Ctx) {
  const { rows } = await sql<{ siteId: SiteId; kind: CaseKind; startedAt: Instant }>`
    select site_id, kind, started_at from status_cases where territory_id = ${territory.id}`.execute(tx)
  return rows.map(({ startedAt, ...one }) => ({ ...one, on: localTime(startedAt, territory.timeZone).day }))
}
