import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, Instant, SiteId, StatusCaseId } from '../../kernel/types.ts'
import type { CaseKind, CaseState } from './machine.ts'
import type { Proposer } from './model.ts'

export const pageSize = 50

/** A case in a list. */
export type CaseRow = {
  readonly id: StatusCaseId
  readonly siteId: SiteId
  readonly siteName: string
  /** The last day of the status as it stands. */
  readonly siteEndsOn: Day | null
  readonly kind: CaseKind
  readonly state: CaseState
  readonly onDay: Day
  readonly reason: string
  readonly proposedBy: Proposer
  readonly startedAt: Instant
  readonly explanationDueOn: Day | null
  readonly explainedAt: Instant | null
  readonly submittedAt: Instant | null
  readonly closedAt: Instant | null
  /** Why it ended without an order. */
  readonly dropReason: string | null
  readonly orderId: string | null
}

const columns = sql`c.id, c.site_id, e.short_name as site_name, e.ends_on as site_ends_on, c.kind, c.state, c.on_day, c.reason, c.proposed_by, c.started_at,
  c.explanation_due_on, c.explained_at, c.submitted_at, c.closed_at, c.drop_reason, c.order_id`
const from = sql`status_cases c join register_entries e on e.territory_id = c.territory_id and e.site_id = c.site_id`

/** One page of the cases of the territory: open ones first, then the newest. */
export async function casesPage(tx: Tx, ctx: Pick<Ctx, 'territory'>, page: number): Promise<{ rows: CaseRow[]; total: number }> {
  const { rows } = await sql<CaseRow>`select ${columns} from ${from} where c.territory_id = ${ctx.territory.id}
    order by c.state in ('decided', 'dropped'), c.started_at desc, c.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
    tx,
  )
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from status_cases where territory_id = ${ctx.territory.id}`.execute(tx)
  return { rows, total: counted.rows[0]!.total }
}

/** The cases of one site, the newest first. */
export async function casesOfSite(tx: Tx, ctx: Pick<Ctx, 'territory'>, siteId: string): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`select ${columns} from ${from}
    where c.territory_id = ${ctx.territory.id} and c.site_id = ${siteId} order by c.started_at desc, c.id limit 100`.execute(tx)
  return rows
}

/** Cases somebody still works on, the oldest first. */
export async function openCases(tx: Tx, ctx: Pick<Ctx, 'territory'>): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`select ${columns} from ${from}
    where c.territory_id = ${ctx.territory.id} and c.state not in ('decided', 'dropped') order by c.started_at, c.id limit 500`.execute(
    tx,
  )
  return rows
}
