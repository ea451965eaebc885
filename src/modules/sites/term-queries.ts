import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrganisationId, Period, RegulationId, SiteId, TerritoryId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { regulationById } from '../regulation/queries.ts'
import { organisationIdsOf } from './decider-queries.ts'
import { suspendedSites } from './standing-queries.ts'

/** A site with its term, and the regulation it was granted under. */
export type SiteTerm = {
  readonly id: SiteId
  readonly name: string
  readonly theme: string
  readonly term: Period
  readonly regulation: Regulation
  readonly organisationIds: readonly OrganisationId[]
}
type Row = Omit<SiteTerm, 'term' | 'regulation'> & { from: Day; to: Day | null; regulationId: RegulationId }

/** The sites of a territory whose status covers any day of a period, by name; `ids` narrows to some. */
export async function siteTerms(
  tx: Tx,
  territoryId: TerritoryId,
  within: Period,
  ids: readonly SiteId[] | null = null,
): Promise<SiteTerm[]> {
  const { rows } = await sql<Row>`
    select s.id, coalesce(o.short_name, '') as name, s.theme, s.starts_on as "from", s.ends_on as "to", s.regulation_id,
      ${organisationIdsOf('s')} as organisation_ids
    from sites s
    left join site_organisations so on so.territory_id = s.territory_id and so.site_id = s.id and so.is_lead
    left join organisations o on o.territory_id = so.territory_id and o.id = so.organisation_id
    where s.territory_id = ${territoryId} and (${ids === null} or s.id = any(${ids ?? []}::uuid[]))
      and (${within.to}::date is null or s.starts_on <= ${within.to}) and (s.ends_on is null or s.ends_on >= ${within.from})
    order by o.short_name collate "ru-kn", s.id`.execute(tx)
  const ofRow = async ({ regulationId, from, to, ...site }: Row): Promise<SiteTerm[]> => {
    const stored = await regulationById(tx, territoryId, regulationId, within.from)
    return stored ? [{ ...site, term: { from, to }, regulation: stored.regulation }] : []
  }
  return (await Promise.all(rows.map(ofRow))).flat()
}

/** Those that work today. */
export const sitesAtWork = (
  tx: Tx,
  { territory, today }: { readonly territory: { readonly id: TerritoryId }; readonly today: Day },
  ids: readonly SiteId[] | null,
) => siteTerms(tx, territory.id, { from: today, to: today }, ids)

/** Those of them that are not suspended either: where something new may begin today. */
export async function openSites(...[tx, ctx, ids]: Parameters<typeof sitesAtWork>): Promise<SiteTerm[]> {
  const [atWork, suspended] = await Promise.all([sitesAtWork(tx, ctx, ids), suspendedSites(tx, ctx)])
  return atWork.filter(({ id }) => !suspended.has(id))
}

/** The same in SQL: under which regulation the site that this column names is open today; null where it is not. */
export const openUnder =
  ({ territory, today }: { readonly territory: { readonly id: TerritoryId }; readonly today: Day }) =>
  (site: RawBuilder<unknown>) =>
    sql<RegulationId | null>`(select own.regulation_id from sites own where own.territory_id = ${territory.id} and own.id = ${site}
      and own.starts_on <= ${today} and (own.ends_on is null or own.ends_on >= ${today})
      and not exists (select from suspensions paused where paused.territory_id = own.territory_id and paused.site_id = own.id
        and paused.starts_on <= ${today} and (paused.ends_on is null or paused.ends_on >= ${today})))`
