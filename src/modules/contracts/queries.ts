import { sql } from 'kysely'
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

const columns = sql`c.id, c.site_id, e.short_name as site_name, c.number, c.starts_on, c.ends_on, c.state, c.ended_on,
  c.site_signed_on is not null as signed_by_site, c.operator_signed_on is not null as signed_by_operator`
const from = sql`contracts c join register_entries e on e.territory_id = c.territory_id and e.site_id = c.site_id`

/** One page of the contracts of the territory: what waits for a signature first, then by the last day. */
export async function contractsPage(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  page: number,
): Promise<{ rows: ContractRow[]; total: number }> {
  const { rows } = await sql<ContractRow>`select ${columns} from ${from} where c.territory_id = ${ctx.territory.id}
    order by array_position(array['awaitingSignatures', 'draft', 'inForce', 'ended'], c.state), c.ends_on, c.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx)
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from contracts where territory_id = ${ctx.territory.id}`.execute(tx)
  return { rows, total: counted.rows[0]!.total }
}

/** The contracts of one site, the newest first. */
export async function contractsOfSite(tx: Tx, ctx: Pick<Ctx, 'territory'>, siteId: string): Promise<ContractRow[]> {
  const { rows } = await sql<ContractRow>`select ${columns} from ${from}
    where c.territory_id = ${ctx.territory.id} and c.site_id = ${siteId} order by c.starts_on desc, c.created_at desc limit 100`.execute(
    tx,
  )
  return rows
}

/** Contracts in force on a day, of some sites or of all. */
export async function contractsInForce(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  on: Day,
  siteIds: readonly string[] | null = null,
): Promise<ContractRow[]> {
  const { rows } = await sql<ContractRow>`select ${columns} from ${from}
    where c.territory_id = ${ctx.territory.id} and c.state = 'inForce' and c.starts_on <= ${on} and c.ends_on >= ${on}
      and ${siteIds === null ? sql`true` : sql`c.site_id = any(${[...siteIds]}::uuid[])`}
    order by c.ends_on, c.id`.execute(tx)
  return rows
}

/** Contracts that still wait for a signature, with the organisations of the site. */
export async function unsignedContracts(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
): Promise<(ContractRow & { readonly organisationIds: readonly string[] })[]> {
  const { rows } = await sql<ContractRow & { organisationIds: string[] }>`select ${columns},
      (select array_agg(o.organisation_id::text) from site_organisations o where o.territory_id = c.territory_id and o.site_id = c.site_id) as organisation_ids
    from ${from} where c.territory_id = ${ctx.territory.id} and c.state = 'awaitingSignatures' order by c.created_at limit 200`.execute(
    tx,
  )
  return rows
}

/** Contracts in force of sites whose status is already over. */
export async function contractsOfEndedSites(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>): Promise<ContractRow[]> {
  const { rows } = await sql<ContractRow>`select ${columns} from ${from}
    where c.territory_id = ${ctx.territory.id} and c.state = 'inForce' and c.ends_on >= ${ctx.today} and e.ends_on < ${ctx.today}
    order by c.ends_on, c.id limit 200`.execute(tx)
  return rows
}

/** A site in force that has no contract: neither in force, nor being prepared or signed. `due` is what the order asks. */
export type UncontractedSite = {
  readonly siteId: SiteId
  readonly siteName: string
  readonly from: Day
  readonly due: Day | null
}

/** Sites at work without a contract, with the day by which the order that gave the status wants it. (R-16) */
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

/** Contracts in force whose last day lies within a span. */
export async function contractsEnding(
  tx: Tx,
  ctx: { readonly territory: { readonly id: TerritoryId } },
  span: { from: Day; to: Day },
): Promise<ContractRow[]> {
  const { rows } = await sql<ContractRow>`select ${columns} from ${from}
    where c.territory_id = ${ctx.territory.id} and c.state = 'inForce' and c.ends_on between ${span.from} and ${span.to}
    order by c.ends_on, c.id`.execute(tx)
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
