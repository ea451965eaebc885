import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrderId, SiteId } from '../../kernel/types.ts'
import { down, type Keys } from '../../kit/list/keys.ts'
import type { Rows } from '../../kit/list/rows.ts'
import type { When } from '../../kit/told.ts'
import { type RowOf, rowsOfSites } from '../sites/site-queries.ts'

/** Contracts of the territory by a condition on `c` (the contract) and `e` (its site in the register). */
const contractsBy = rowsOfSites('contracts', [
  ...(['id', 'siteId', 'number', 'startsOn', 'endsOn', 'state', 'endedOn', 'siteSignedOn', 'operatorSignedOn'] as const),
])

/** A contract in a list. */
export type ContractRow = RowOf<typeof contractsBy>

const byLastDay: Keys = [sql`c.ends_on`, sql`c.id`]
const ofSites = (ids: readonly SiteId[]) => sql`c.state = 'inForce' and c.site_id = any(${[...ids]}::uuid[])`
const found = (tx: Tx, ctx: When, where: RawBuilder<unknown>, order = byLastDay) =>
  contractsBy(tx, ctx, { where, order }).page(500, 0)

/** The contracts of the territory: what waits for a signature first, then by the last day. */
export const allContracts = (tx: Tx, ctx: When): Rows<ContractRow> =>
  contractsBy(tx, ctx, {
    order: [sql`array_position(array['awaitingSignatures', 'draft', 'inForce', 'ended'], c.state)`, ...byLastDay],
  })

/** The contracts of one site, the newest first. */
export const contractsOfSite = (tx: Tx, ctx: When, siteId: SiteId) =>
  found(tx, ctx, sql`c.site_id = ${siteId}`, [down(sql`c.starts_on`), down(sql`c.created_at`)])

/** Contracts of these sites in force on a day. */
export const contractsInForce = (tx: Tx, ctx: When, on: Day, siteIds: readonly SiteId[]) =>
  found(tx, ctx, sql`${ofSites(siteIds)} and ${on} between c.starts_on and c.ends_on`)

/** Contracts of these sites that both have signed and nobody has ended. */
export const concludedWith = async (tx: Tx, ctx: When, siteIds: readonly SiteId[]) =>
  siteIds.length === 0 ? [] : found(tx, ctx, ofSites(siteIds))

/** Contracts that still wait for a signature. */
export const unsignedContracts = (tx: Tx, ctx: When) => found(tx, ctx, sql`c.state = 'awaitingSignatures'`, [sql`c.created_at`])

/** Contracts in force of sites whose status is already over. */
export const contractsOfEndedSites = (tx: Tx, ctx: When) =>
  found(tx, ctx, sql`c.state = 'inForce' and c.ends_on >= ${ctx.today} and e.ends_on < ${ctx.today}`)

/** Contracts in force whose last day lies within a span. */
export const contractsEnding = (tx: Tx, ctx: When, { from, to }: { from: Day; to: Day }) =>
  found(tx, ctx, sql`c.state = 'inForce' and c.ends_on between ${from} and ${to}`)

/** Sites at work without a contract, neither in force nor in hand, with the day by which the order that gave the status wants it. */
export async function sitesWithoutContract(tx: Tx, ctx: When) {
  const { rows } = await sql<{ siteId: SiteId; siteName: string; orderId: OrderId; due: Day | null }>`
    select s.id as site_id, e.short_name as site_name, s.order_id,
      (select min(p.due_on) from order_points p where p.territory_id = s.territory_id and p.order_id = s.order_id and p.due_on is not null
        and p.text ilike '%договор%') as due
    from sites s
      join register_entries e on e.territory_id = s.territory_id and e.site_id = s.id
      join regulations r on r.territory_id = s.territory_id and r.id = s.regulation_id
    where s.territory_id = ${ctx.territory.id} and (s.ends_on is null or s.ends_on >= ${ctx.today})
      and jsonb_typeof(r.document -> 'contract') = 'object' and not exists (select from contracts c
        where c.territory_id = s.territory_id and c.site_id = s.id
          and (c.state in ('draft', 'awaitingSignatures') or c.state = 'inForce' and c.ends_on >= ${ctx.today}))
    order by s.starts_on, e.short_name collate "ru-kn"`.execute(tx)
  return rows
}
