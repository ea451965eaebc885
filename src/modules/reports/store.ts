import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { academicYearPeriod } from '../../kernel/dates.ts'
import type { PersonId, ReportId, SiteId, TerritoryId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { plannedSite } from '../plans/queries.ts'
import { regulationById } from '../regulation/queries.ts'
import { assemble } from './assemble.ts'
import { loadFacts, type ReportedSite } from './load-facts.ts'
import { isOpen } from './machine.ts'
import type { Assembled, Conclusions, Report, ReportState } from './model.ts'
import { type Standing, standingOf } from './rules.ts'

/** A report with the site it is about and the regulation under which the site was granted. */
export type OpenReport = {
  readonly report: Report
  readonly site: ReportedSite
  readonly regulation: Regulation
  readonly standing: Standing
}

type Where = Pick<Ctx, 'territory' | 'today'>

/** The report for reading; null when the territory has no such report. */
export const openReport = (tx: Tx, ctx: Where, id: ReportId): Promise<OpenReport | null> => load(tx, ctx, id, false)

/** The report locked until the end of the transaction: whoever comes second sees what the first has done. */
export const lockReport = (tx: Tx, ctx: Where, id: ReportId): Promise<OpenReport | null> => load(tx, ctx, id, true)

async function load(tx: Tx, ctx: Where, id: ReportId, lock: boolean): Promise<OpenReport | null> {
  const row = await tx
    .selectFrom('reports')
    .selectAll()
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) return null
  const report: Report = {
    ...row,
    id: row.id as ReportId,
    siteId: row.siteId as SiteId,
    state: row.state as ReportState,
    conclusions: row.conclusions as Conclusions,
    assembled: row.assembled as Assembled | null,
    submittedBy: row.submittedBy as PersonId | null,
    decidedBy: row.decidedBy as PersonId | null,
  }
  const found = await reportedSite(tx, ctx, report.siteId)
  if (!found) throw new Error(`report ${id} has no site`)
  const { academicYear } = report
  const standing = standingOf({ ...found, academicYear, term: found.site.term, today: ctx.today }, report)
  return { report, ...found, standing }
}

/** A site with its regulation; null when the territory has no such site. */
export async function reportedSite(
  tx: Tx,
  ctx: Where,
  siteId: SiteId,
): Promise<{ site: ReportedSite; regulation: Regulation } | null> {
  const site = await plannedSite(tx, ctx.territory.id, siteId)
  if (!site) return null
  const stored = await regulationById(tx, ctx.territory.id, site.regulationId, ctx.today)
  if (!stored) throw new Error(`site ${siteId} has no regulation`)
  return { site, regulation: stored.regulation }
}

/** What the report shows: as it was when sent, or live while the head is still writing. */
export async function shownOf(tx: Tx, ctx: Where, { report, site, regulation }: OpenReport): Promise<Assembled> {
  if (!isOpen(report.state) && report.assembled !== null) return report.assembled
  return assemble(await loadFacts(tx, ctx, site, academicYearPeriod(report.academicYear)), regulation, ctx.today)
}

/** The site a report is about, for asking the policy. */
export async function siteOfReport(tx: Tx, territoryId: TerritoryId, id: ReportId): Promise<SiteId | null> {
  const row = await tx
    .selectFrom('reports')
    .select('siteId')
    .where('territoryId', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row?.siteId as SiteId) ?? null
}
