import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import type { SiteId, StatusCaseId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { hasExtensionConditions, type SiteRecord } from '../../regulation/status/extension-conditions.ts'
import { ofReport } from '../reports/model.ts'
import { reportsOfSite } from '../reports/queries.ts'
import { evidenceOfCase } from './evidence-queries.ts'

type When = Pick<Ctx, 'territory' | 'today'>
type Lines = { readonly planned: number; readonly held: number; readonly plannedByNow: number; readonly heldByNow: number }

/** Lines of approved plans of a site and how many were held: of all of them, and of those whose days are over. */
export const linesOfPlans = (tx: Tx, { territory, today }: When, siteId: SiteId): Promise<Lines> =>
  oneRow(
    tx,
    sql<Lines>`
    select count(*)::int as planned, count(e.line_key) filter (where e.outcome = 'held')::int as held,
      count(*) filter (where coalesce(l.ends_on, l.starts_on) < ${today})::int as planned_by_now,
      count(*) filter (where e.outcome = 'held' and coalesce(l.ends_on, l.starts_on) < ${today})::int as held_by_now
    from plans p join plan_versions v on v.territory_id = p.territory_id and v.plan_id = p.id and v.state = 'approved'
      join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id
      left join executions e on e.territory_id = p.territory_id and e.plan_id = p.id and e.line_key = l.line_key
    where p.territory_id = ${territory.id} and p.site_id = ${siteId}`,
  )

/** What a site has done, where its paper prolongs only under conditions; documents are those of the case, where there is one. */
export async function recordOf(
  tx: Tx,
  ctx: When,
  { id, regulation }: { readonly id: SiteId; readonly regulation: Regulation },
  caseId: StatusCaseId | 'none' | null,
): Promise<SiteRecord | null> {
  if (!hasExtensionConditions(regulation)) return null
  const [lines, reports, evidence] = await Promise.all([
    linesOfPlans(tx, ctx, id),
    reportsOfSite(tx, ctx, id),
    caseId === null || caseId === 'none' ? [] : evidenceOfCase(tx, ctx, caseId),
  ])
  return {
    reports: reports.flatMap((row) =>
      row.due === null || row.due >= ctx.today
        ? []
        : [{ name: `отчёт ${ofReport(row)}`, due: row.due, accepted: row.acceptedOn !== null }],
    ),
    planned: lines.plannedByNow,
    held: lines.heldByNow,
    documents: caseId === null ? null : evidence.map(({ text, file }) => [text, file?.name].filter(Boolean).join(' ')),
  }
}
