import { sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrganisationId, SiteId, TerritoryId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { type Counts, limitsNumberOf } from '../../regulation/status/limits.ts'
import { themeKey } from './rules.ts'

/** A status that stands or will, for counting. */
export type CountedSite = {
  readonly id: SiteId
  readonly theme: string
  readonly from: Day
  readonly to: Day | null
  readonly organisationIds: readonly OrganisationId[]
}

/** Every status of a territory that is not over on a day. */
export async function standingSites(tx: Tx, of: { readonly territory: { readonly id: TerritoryId } }, on: Day) {
  const { rows } = await sql<CountedSite>`
    select s.id, s.theme, s.starts_on as "from", s.ends_on as "to", array(select o.organisation_id::text from site_organisations o
      where o.territory_id = s.territory_id and o.site_id = s.id) as organisation_ids
    from sites s where s.territory_id = ${of.territory.id} and (s.ends_on is null or s.ends_on >= ${on})`.execute(tx)
  return rows
}

type NewSite = Omit<CountedSite, 'id' | 'to'> & { readonly id: SiteId | null }

/** How many there would be with a new site, on its first day: of the territory, with its theme, at most of one of its organisations. */
export function countsWith(site: NewSite, others: readonly CountedSite[]): Counts {
  const there = others.filter(({ id, from, to }) => id !== site.id && from <= site.from && (to === null || to >= site.from))
  const ofOne = (organisation: OrganisationId) =>
    1 + there.filter(({ organisationIds }) => organisationIds.includes(organisation)).length
  return {
    sites: there.length + 1,
    sitesOfTheme: 1 + there.filter(({ theme }) => themeKey(theme) === themeKey(site.theme)).length,
    statusesOfOrganisation: Math.max(0, ...site.organisationIds.map(ofOne)),
    organisationsOfSite: site.organisationIds.length,
  }
}

/** The same for a site somebody asks for, where the regulation limits any of it. */
export async function countsAsked(
  tx: Tx,
  of: { readonly territory: { readonly id: TerritoryId } },
  regulation: Regulation,
  site: NewSite,
): Promise<Counts> {
  if (!limitsNumberOf(regulation, 'sites', 'sitesOfTheme', 'statusesOfOrganisation', 'organisationsOfSite')) return {}
  return countsWith(site, await standingSites(tx, of, site.from))
}
