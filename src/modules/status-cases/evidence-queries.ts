import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { PeriodKey } from '../../kernel/periods.ts'
import type { SiteId, StatusCaseId } from '../../kernel/types.ts'
import { type LineFacts, type MismatchRow, mismatchRows, rowSentence } from './mismatch-rules.ts'
import type { CaseEvidence } from './model.ts'

/** What the plans, the records and the reports of a site say, line by line, the newest period first. (R-35m) */
export async function mismatchOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  siteId: SiteId,
): Promise<{ period: PeriodKey; rows: MismatchRow[] }[]> {
  const { rows } = await sql<LineFacts & { period: PeriodKey }>`
    select p.period, l.line_key as key, l.activity, l.starts_on, l.ends_on,
      case when e.line_key is null then null else json_build_object('outcome', e.outcome, 'heldOn', e.held_on, 'people', e.people_count) end as execution,
      (select count(*)::int from execution_files f where f.territory_id = p.territory_id and f.plan_id = p.id and f.line_key = l.line_key) as files,
      (select json_build_object('outcome', r ->> 'outcome', 'heldOn', r ->> 'heldOn', 'people', (r ->> 'people')::int)
        from reports rep cross join lateral jsonb_array_elements(rep.assembled -> 'plan' -> 'lines') r
        where rep.territory_id = p.territory_id and rep.site_id = p.site_id and rep.period = p.period
          and rep.state in ('submitted', 'accepted') and jsonb_typeof(rep.assembled -> 'plan') = 'object' and r ->> 'key' = l.line_key::text limit 1) as reported
    from plans p
      join plan_versions v on v.territory_id = p.territory_id and v.plan_id = p.id and v.state = 'approved'
      join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id
      left join executions e on e.territory_id = p.territory_id and e.plan_id = p.id and e.line_key = l.line_key
    where p.territory_id = ${ctx.territory.id} and p.site_id = ${siteId}
    order by p.starts_on desc, l.position`.execute(tx)
  return [...Map.groupBy(rows, (row) => row.period)].map(([period, lines]) => ({
    period,
    rows: mismatchRows(lines, ctx.today),
  }))
}

/** The lines chosen as evidence, as sentences. What is no line of this site is left out. */
export async function evidenceLines(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  site: { readonly id: SiteId },
  keys: readonly string[],
): Promise<string[]> {
  if (keys.length === 0) return []
  const years = await mismatchOf(tx, ctx, site.id)
  return years.flatMap(({ rows }) => rows.filter((row) => keys.includes(row.key)).map(rowSentence))
}

/** Everything added to a case, in order. */
export async function evidenceOfCase(tx: Tx, ctx: Pick<Ctx, 'territory'>, caseId: StatusCaseId): Promise<CaseEvidence[]> {
  const rows = await tx
    .selectFrom('statusCaseEvidence as e')
    .leftJoin('files as f', (join) => join.onRef('f.territoryId', '=', 'e.territoryId').onRef('f.id', '=', 'e.fileId'))
    .select(['e.id', 'e.side', 'e.kind', 'e.text', 'e.link', 'e.addedBy', 'e.addedAt', 'e.fileId', 'f.name', 'f.size'])
    .where((is) => is.and({ 'e.territoryId': ctx.territory.id, 'e.caseId': caseId }))
    .orderBy('e.addedAt')
    .orderBy('e.id')
    .execute()
  return rows.map(({ id, side, kind, text, link, addedBy, addedAt, fileId, name, size }) => ({
    id,
    side,
    kind,
    text,
    link,
    addedBy,
    addedAt,
    file: fileId === null ? null : { id: fileId, name: name ?? '', size: size ?? 0 },
  }))
}
