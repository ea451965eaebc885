import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import type { DB } from '../../db/types.ts'
import { holds, questionOf } from '../../db/words.ts'
import { isId } from '../../kernel/ids.ts'
import type { Day, OrganisationId, SiteId, TerritoryId } from '../../kernel/types.ts'
import type { Keys } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { type Asked, thing, type Where } from '../../kit/thing.ts'
import { type StandingSite, standingSite } from './standing-queries.ts'
import { siteIsOpen } from './standing-rules.ts'

/** A site on which contracts and cases about its status are begun. */
export const theSite = thing({
  param: 'site',
  sees: 'site.view',
  open: standingSite,
  async lock(tx, ctx, id: SiteId) {
    const its = { territoryId: ctx.territory.id, id }
    await tx
      .selectFrom('sites')
      .select('id')
      .where((is) => is.and(its))
      .forUpdate()
      .execute()
    return standingSite(tx, ctx, id)
  },
  concerns: ({ id, organisationIds }) => ({ siteId: id, organisationIds }),
  standing: ({ standing }, today) => siteIsOpen(standing, today),
})

/** What every case about a site has in common: the site stands around it, and it is asked about by those of the site. */
export const aboutSite = {
  around: async (tx: Tx, ctx: Where, { siteId }: { readonly siteId: SiteId }) => {
    const site = await standingSite(tx, ctx, siteId)
    return site && { site }
  },
  concerns: ({ site }: { readonly site: StandingSite }, asked: Asked) => theSite.concerns(site, asked),
}

type OfSites = { [T in keyof DB]: Selectable<DB[T]> extends { siteId: SiteId; id: unknown } ? T : never }[keyof DB]

/** The site of a row as the register knows it. */
type OfSite = {
  readonly siteName: string
  /** The last day of its status as it stands. */
  readonly siteEndsOn: Day | null
  readonly organisationIds: readonly OrganisationId[]
}
export type RowOf<Read> = Read extends (...given: never[]) => Rows<infer Row> ? Row : never

type Question = { readonly where?: RawBuilder<unknown>; readonly order: Keys }

/** Rows of a table whose every row belongs to a site: these columns of `c`, with `e`, the site in the register. */
export const rowsOfSites =
  <Table extends OfSites, Column extends keyof Selectable<DB[Table]> & string>(table: Table, columns: readonly Column[]) =>
  (
    tx: Tx,
    { territory }: { readonly territory: { readonly id: TerritoryId } },
    { where = sql`true`, order }: Question,
  ): Rows<Readonly<Pick<Selectable<DB[Table]>, Column>> & OfSite> =>
    sqlRows(tx, {
      select: sql`${sql.join(columns.map((column) => sql.ref(`c.${column}`)))}, e.short_name as site_name, e.ends_on as site_ends_on,
        array(select o.organisation_id::text from site_organisations o
          where o.territory_id = c.territory_id and o.site_id = c.site_id) as organisation_ids`,
      from: sql`${sql.table(table)} c join register_entries e on e.territory_id = c.territory_id and e.site_id = c.site_id`,
      where: sql`c.territory_id = ${territory.id} and ${where}`,
      order,
    })

/** The name in the register of the site that this column names, for a query of another module. */
export const nameOfSite = ({ territory }: Pick<Where, 'territory'>, site: RawBuilder<unknown>) =>
  sql<
    string | null
  >`(select named.short_name from register_entries named where named.territory_id = ${territory.id} and named.site_id = ${site})`

/** Directions of the sites of a territory. */
export async function directionsOfSites(tx: Tx, { territory }: Where): Promise<string[]> {
  const { rows } = await sql<{ direction: string }>`select distinct direction from register_entries
    where territory_id = ${territory.id} and direction is not null order by direction`.execute(tx)
  return rows.map(({ direction }) => direction)
}

/** The sites of a direction. */
export const sitesOfDirection = ({ territory }: Where, direction: string) =>
  sql`(select of_one.site_id from register_entries of_one where of_one.territory_id = ${territory.id} and of_one.direction = ${direction})`

const mostToChoose = 60

/** Sites for a condition of a list (`oneNamed`): of very many only the one asked for, and the name is typed. */
export async function sitesOfList({ ctx, tx }: AtTerritory, typed: readonly string[]) {
  const { rows } = await sql<{ value: SiteId; label: string }>`select site_id as value, short_name as label from register_entries
    where territory_id = ${ctx.territory.id} order by short_name collate "ru-kn" limit ${mostToChoose + 1}`.execute(tx)
  if (rows.length <= mostToChoose) return rows
  const own = typed.filter(isId)
  if (own.length === 0) return []
  const found = await sql<{ value: SiteId; label: string }>`select site_id as value, short_name as label from register_entries
    where territory_id = ${ctx.territory.id} and site_id = any(${own}::uuid[])`.execute(tx)
  return found.rows
}

/** Whether this column names the site asked for: by its id, or by words of its name. */
export function isSite(ctx: Where, column: RawBuilder<unknown>, asked: string): RawBuilder<boolean> {
  if (isId(asked)) return sql<boolean>`${column} = ${asked}`
  return sql<boolean>`${column} in (select named.site_id from register_entries named
    where named.territory_id = ${ctx.territory.id} and ${holds(sql`named.short_name`, questionOf(asked))})`
}

/** The sites that any of these organisations has or had. */
export const sitesOfOrganisations = ({ territory }: Where, ids: readonly OrganisationId[]) =>
  sql`(select hosts.site_id from site_organisations hosts where hosts.territory_id = ${territory.id} and hosts.organisation_id = any(${[...ids]}::uuid[]))`

/** Whether the organisation of this column is one of those of the site of that one, for a query of another module. */
export const hostsSite = ({ territory }: Where, organisation: RawBuilder<unknown>, site: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from site_organisations host where host.territory_id = ${territory.id} and host.site_id = ${site}
    and host.organisation_id = ${organisation})`
