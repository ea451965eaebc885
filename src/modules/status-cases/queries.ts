import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, Instant, OrderId, SiteId, StatusCaseId } from '../../kernel/types.ts'
import type { Rows } from '../../kit/list/rows.ts'
import { rowsOfSites } from '../sites/row-queries.ts'
import type { CaseKind, CaseState } from './machine.ts'
import type { Proposer } from './model.ts'

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
  readonly orderId: OrderId | null
}

type Where = Pick<Ctx, 'territory'>

/** Cases of the territory by a condition on `c` (the case) and `e` (its site in the register). */
const casesWhere = (tx: Tx, ctx: Where, where: RawBuilder<unknown>, order: RawBuilder<unknown>): Rows<CaseRow> =>
  rowsOfSites(tx, ctx, {
    table: 'status_cases',
    select: sql`c.id, c.site_id, e.short_name as site_name, e.ends_on as site_ends_on, c.kind, c.state, c.on_day, c.reason, c.proposed_by,
      c.started_at, c.explanation_due_on, c.explained_at, c.submitted_at, c.closed_at, c.drop_reason, c.order_id`,
    where,
    order,
  })

const isOver = sql`c.state in ('decided', 'dropped')`

/** The cases of the territory: open ones first, then the newest. */
export const allCases = (tx: Tx, ctx: Where) => casesWhere(tx, ctx, sql`true`, sql`${isOver}, c.started_at desc, c.id`)

/** The cases of one site, the newest first. */
export const casesOfSite = (tx: Tx, ctx: Where, siteId: SiteId) =>
  casesWhere(tx, ctx, sql`c.site_id = ${siteId}`, sql`c.started_at desc, c.id`).page(100, 0)

/** Cases somebody still works on, the oldest first. */
export const openCases = (tx: Tx, ctx: Where) => casesWhere(tx, ctx, sql`not ${isOver}`, sql`c.started_at, c.id`).page(500, 0)
