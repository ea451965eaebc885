import { sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import type { SiteId, TerritoryId } from '../../kernel/types.ts'
import { down } from '../../kit/list/keys.ts'
import { type RowOf, rowsOfSites } from '../sites/site-queries.ts'

const casesBy = rowsOfSites('statusCases', [
  ...(['id', 'siteId', 'kind', 'state', 'onDay', 'reason', 'proposedBy', 'startedAt', 'explanationDueOn'] as const),
  ...(['explainedAt', 'submittedAt', 'closedAt', 'dropReason', 'orderId'] as const),
])

/** A case in a list. */
export type CaseRow = RowOf<typeof casesBy>

type Where = { readonly territory: { readonly id: TerritoryId } }
const isOver = sql`c.state in ('decided', 'dropped')`
const newest = [down(sql`c.started_at`), sql`c.id`]

/** The cases of the territory: open ones first, then the newest. */
export const allCases = (tx: Tx, ctx: Where) => casesBy(tx, ctx, { order: [isOver, ...newest] })

/** The cases of one site, the newest first. */
export const casesOfSite = (tx: Tx, ctx: Where, siteId: SiteId) =>
  casesBy(tx, ctx, { where: sql`c.site_id = ${siteId}`, order: newest }).page(100, 0)

/** Cases somebody still works on, the oldest first. */
export const openCases = (tx: Tx, ctx: Where) =>
  casesBy(tx, ctx, { where: sql`not ${isOver}`, order: [sql`c.started_at`, sql`c.id`] }).page(500, 0)
