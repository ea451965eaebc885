import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ContractId, Day, FileId, OrganisationId, SiteId, TerritoryId } from '../../kernel/types.ts'
import type { Rows } from '../../kit/list/rows.ts'
import { rowsOfSites } from '../sites/row-queries.ts'
import type { ContractState } from './machine.ts'

/** A contract in a list. */
export type ContractRow = {
  readonly id: ContractId
  readonly siteId: SiteId
  readonly siteName: string
  readonly number: string | null
  readonly startsOn: Day
  readonly endsOn: Day
  readonly state: ContractState
  readonly endedOn: Day | null
  readonly signedBySite: boolean
  readonly signedByOperator: boolean
}

type Where = { readonly territory: { readonly id: TerritoryId } }

/** Contracts of the territory by a condition on `c` (the contract) and `e` (its site in the register). */
const contractsWhere = <Row = ContractRow>(
  tx: Tx,
  ctx: Where,
  where: RawBuilder<unknown>,
  order = sql`c.ends_on, c.id`,
  also = sql``,
): Rows<Row> =>
  rowsOfSites(tx, ctx, {
    table: 'contracts',
    select: sql`c.id, c.site_id, e.short_name as site_name, c.number, c.starts_on, c.ends_on, c.state, c.ended_on,
      c.site_signed_on is not null as signed_by_site, c.operator_signed_on is not null as signed_by_operator${also}`,
    where,
    order,
  })

/** The contracts of the territory: what waits for a signature first, then by the last day. */
export const allContracts = (tx: Tx, ctx: Where): Rows<ContractRow> =>
  contractsWhere(
    tx,
    ctx,
    sql`true`,
    sql`array_position(array['awaitingSignatures', 'draft', 'inForce', 'ended'], c.state), c.ends_on, c.id`,
  )

/** The contracts of one site, the newest first. */
export const contractsOfSite = (tx: Tx, ctx: Where, siteId: SiteId) =>
  contractsWhere(tx, ctx, sql`c.site_id = ${siteId}`, sql`c.starts_on desc, c.created_at desc`).page(100, 0)

/** Contracts in force on a day, of some sites or of all. */
export function contractsInForce(tx: Tx, ctx: Where, on: Day, siteIds: readonly string[] | null = null) {
  const ofSites = siteIds === null ? sql`true` : sql`c.site_id = any(${[...siteIds]}::uuid[])`
  return contractsWhere(tx, ctx, sql`c.state = 'inForce' and ${on} between c.starts_on and c.ends_on and ${ofSites}`).page(500, 0)
}

type Unsigned = ContractRow & { readonly organisationIds: readonly OrganisationId[] }

/** Contracts that still wait for a signature, with the organisations of the site. */
export const unsignedContracts = (tx: Tx, ctx: Where) =>
  contractsWhere<Unsigned>(
    tx,
    ctx,
    sql`c.state = 'awaitingSignatures'`,
    sql`c.created_at`,
    sql`, (select array_agg(o.organisation_id::text) from site_organisations o
      where o.territory_id = c.territory_id and o.site_id = c.site_id) as organisation_ids`,
  ).page(200, 0)

/** Contracts in force of sites whose status is already over. */
export const contractsOfEndedSites = (tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>) =>
  contractsWhere(tx, ctx, sql`c.state = 'inForce' and c.ends_on >= ${ctx.today} and e.ends_on < ${ctx.today}`).page(200, 0)

/** Contracts in force whose last day lies within a span. */
export const contractsEnding = (tx: Tx, ctx: Where, { from, to }: { from: Day; to: Day }) =>
  contractsWhere(tx, ctx, sql`c.state = 'inForce' and c.ends_on between ${from} and ${to}`).page(500, 0)

/** The scan of the signed paper. */
export const fileOf = async (tx: Tx, { territory }: Where, id: FileId | null) =>
  id === null
    ? undefined
    : tx
        .selectFrom('files')
        .select(['id', 'name'])
        .where((is) => is.and({ territoryId: territory.id, id }))
        .executeTakeFirst()

/** A site in force that has no contract: neither in force, nor being prepared or signed. `due` is what the order asks. */
export type UncontractedSite = {
  readonly siteId: SiteId
  readonly siteName: string
  readonly from: Day
  readonly due: Day | null
}

/** Sites at work without a contract, with the day by which the order that gave the status wants it. */
export async function sitesWithoutContract(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>): Promise<UncontractedSite[]> {
  const { rows } = await sql<UncontractedSite>`
    select s.id as site_id, e.short_name as site_name, s.starts_on as "from",
      (select min(p.due_on) from order_points p where p.territory_id = s.territory_id and p.order_id = s.order_id and p.due_on is not null
        and p.text ilike '%договор%') as due
    from sites s
      join register_entries e on e.territory_id = s.territory_id and e.site_id = s.id
      join regulations r on r.territory_id = s.territory_id and r.id = s.regulation_id
    where s.territory_id = ${ctx.territory.id} and (s.ends_on is null or s.ends_on >= ${ctx.today})
      and jsonb_typeof(r.document -> 'contract') = 'object' and not exists (select from contracts c
        where c.territory_id = s.territory_id and c.site_id = s.id
          and (c.state in ('draft', 'awaitingSignatures') or c.state = 'inForce' and c.ends_on >= ${ctx.today}))
    order by s.starts_on, e.short_name collate "ru-kn" limit 200`.execute(tx)
  return rows
}
