import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { ContractId, Day, SiteId, TerritoryId } from '../../kernel/types.ts'
import type { ContractState } from './machine.ts'

export const pageSize = 50

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

type Where = Pick<Ctx, 'territory'>

/** Contracts of the territory by a condition on `c` (the contract) and `e` (its site in the register). */
async function rowsWhere<Row extends ContractRow = ContractRow>(
  tx: Tx,
  ctx: { readonly territory: { readonly id: TerritoryId } },
  condition: RawBuilder<unknown>,
  {
    order = sql`c.ends_on, c.id`,
    most = 500,
    from = 0,
    also = sql``,
  }: Partial<Record<'order' | 'also', RawBuilder<unknown>>> & {
    most?: number
    from?: number
  } = {},
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select c.id, c.site_id, e.short_name as site_name, c.number, c.starts_on, c.ends_on, c.state, c.ended_on,
      c.site_signed_on is not null as signed_by_site, c.operator_signed_on is not null as signed_by_operator${also}
    from contracts c join register_entries e on e.territory_id = c.territory_id and e.site_id = c.site_id
    where c.territory_id = ${ctx.territory.id} and ${condition} order by ${order} limit ${most} offset ${from}`.execute(tx)
  return rows
}

/** One page of the contracts of the territory: what waits for a signature first, then by the last day. */
export async function contractsPage(tx: Tx, ctx: Where, page: number): Promise<{ rows: ContractRow[]; total: number }> {
  const order = sql`array_position(array['awaitingSignatures', 'draft', 'inForce', 'ended'], c.state), c.ends_on, c.id`
  const rows = await rowsWhere(tx, ctx, sql`true`, { order, most: pageSize, from: (page - 1) * pageSize })
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from contracts where territory_id = ${ctx.territory.id}`.execute(tx)
  return { rows, total: counted.rows[0]!.total }
}

/** The contracts of one site, the newest first. */
export const contractsOfSite = (tx: Tx, ctx: Where, siteId: string): Promise<ContractRow[]> =>
  rowsWhere(tx, ctx, sql`c.site_id = ${siteId}`, { order: sql`c.starts_on desc, c.created_at desc`, most: 100 })

/** Contracts in force on a day, of some sites or of all. */
export function contractsInForce(tx: Tx, ctx: Where, on: Day, siteIds: readonly string[] | null = null): Promise<ContractRow[]> {
  const ofSites = siteIds === null ? sql`true` : sql`c.site_id = any(${[...siteIds]}::uuid[])`
  return rowsWhere(tx, ctx, sql`c.state = 'inForce' and ${on} between c.starts_on and c.ends_on and ${ofSites}`)
}

/** Contracts that still wait for a signature, with the organisations of the site. */
export const unsignedContracts = (
  tx: Tx,
  ctx: Where,
): Promise<(ContractRow & { readonly organisationIds: readonly string[] })[]> =>
  rowsWhere(tx, ctx, sql`c.state = 'awaitingSignatures'`, {
    order: sql`c.created_at`,
    most: 200,
    also: sql`, (select array_agg(o.organisation_id::text) from site_organisations o
      where o.territory_id = c.territory_id and o.site_id = c.site_id) as organisation_ids`,
  })

/** Contracts in force of sites whose status is already over. */
export const contractsOfEndedSites = (tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>): Promise<ContractRow[]> =>
  rowsWhere(tx, ctx, sql`c.state = 'inForce' and c.ends_on >= ${ctx.today} and e.ends_on < ${ctx.today}`, { most: 200 })

/** Contracts in force whose last day lies within a span. */
export const contractsEnding = (
  tx: Tx,
  ctx: { readonly territory: { readonly id: TerritoryId } },
  { from, to }: { from: Day; to: Day },
): Promise<ContractRow[]> => rowsWhere(tx, ctx, sql`c.state = 'inForce' and c.ends_on between ${from} and ${to}`)

/** The scan of the signed paper. */
export const fileOf = async (tx: Tx, { territory }: Where, id: string | null) =>
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

/** A party of a contract as its paper names it. */
export type Party = {
  readonly organisationId: string
  readonly fullName: string
  readonly address: string | null
  readonly head: (NameParts & { readonly post: string }) | null
}

/** The parties of a contract: the operator, then the organisations of the site in their order, each with its head of the day. */
export async function partiesOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  organisationIds: readonly string[],
  on: Day,
): Promise<Party[]> {
  const { rows } = await sql<Party>`
    select o.id as organisation_id, coalesce(o.document_name, o.full_name) as full_name, o.address,
      (select json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'patronymic', p.patronymic, 'post', t.title)
        from posts t join people p on p.territory_id = t.territory_id and p.id = t.person_id
        where t.territory_id = o.territory_id and t.organisation_id = o.id and t.kind = 'head' and t.starts_on <= ${on}
          and (t.ends_on is null or t.ends_on >= ${on}) limit 1) as head
    from organisations o where o.territory_id = ${ctx.territory.id} and o.id = any(${[...organisationIds]}::uuid[])
    order by array_position(${[...organisationIds]}::uuid[], o.id)`.execute(tx)
  return rows
}

/** The organisation that is the operator here; null when the register names none. */
export async function operatorOf(tx: Tx, ctx: Pick<Ctx, 'territory'>): Promise<string | null> {
  const row = await tx
    .selectFrom('organisations')
    .select('id')
    .where('territoryId', '=', ctx.territory.id)
    .where('isOperator', '=', true)
    .orderBy('createdAt')
    .executeTakeFirst()
  return row?.id ?? null
}
