import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { addDays, addMonths, contains, later, overlaps } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import { themeKey } from '../../kernel/theme-key.ts'
import type { Day, OrganisationId, RegulationId, RegulationLineId, SiteId, TerritoryId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { brokenLimits, type Counts, limitsNumberOf } from '../../regulation/status/limits.ts'
import { limitKinds } from '../../regulation/status/schema.ts'
import type { Beyond, EditionOf, Stays } from '../regulation/ports.ts'
import { lineIn, regulationVersions } from '../regulation/queries.ts'
import { paths } from './paths.ts'

/** A status that stands or will, for counting. */
export type CountedSite = {
  readonly id: SiteId
  /** Of which of the Положения of the territory: each counts its own. */
  readonly lineId: RegulationLineId
  readonly theme: string
  readonly from: Day
  readonly to: Day | null
  readonly organisationIds: readonly OrganisationId[]
  /** An order ended it before its term. */
  readonly endedEarly: boolean
}

/** Every status of a territory that is not over on a day, and those that an order has ended: an organisation may have to wait after one. */
export async function standingSites(tx: Tx, of: { readonly territory: { readonly id: TerritoryId } }, on: Day) {
  const { rows } = await sql<CountedSite>`
    select s.id, ${lineIn('s')} as line_id, s.theme, s.starts_on as "from", s.ends_on as "to", s.ended_by_order_id is not null as ended_early, array(select o.organisation_id::text from site_organisations o
      where o.territory_id = s.territory_id and o.site_id = s.id) as organisation_ids
    from sites s where s.territory_id = ${of.territory.id} and (s.ends_on is null or s.ends_on >= ${on} or s.ended_by_order_id is not null)`.execute(
    tx,
  )
  return rows
}

/** A site that is not there yet; it is counted with those of its line. */
export type NewSite = Omit<CountedSite, 'id' | 'lineId' | 'endedEarly'> & { readonly id: SiteId | null }

/**
 * How many there would be at once, at most, in the days of a site: of the territory, with its theme, of one of its organisations. The number grows
 * only on a day on which one begins.
 */
export function countsWith(site: NewSite, others: readonly Omit<CountedSite, 'lineId' | 'endedEarly'>[]): Counts {
  const beside = others.filter((one) => one.id !== site.id && overlaps(one, site))
  const days = [site.from, ...beside.map(({ from }) => from).filter((from) => from > site.from)]
  const most = (counted: readonly Pick<CountedSite, 'from' | 'to'>[]) =>
    1 + Math.max(0, ...days.map((day) => counted.filter((one) => contains(one, day)).length))
  const ofOne = (organisation: OrganisationId) =>
    most(beside.filter(({ organisationIds }) => organisationIds.includes(organisation)))
  return {
    sites: most(beside),
    sitesOfTheme: most(beside.filter(({ theme }) => themeKey(theme) === themeKey(site.theme))),
    statusesOfOrganisation: Math.max(0, ...site.organisationIds.map(ofOne)),
    organisationsOfSite: site.organisationIds.length,
  }
}

/** Whole months from the day the last status of any of its organisations was ended early to the day a new one would begin; nothing where none was. */
export function sinceEnd({ from, organisationIds }: NewSite, others: readonly Omit<CountedSite, 'lineId'>[]): Counts {
  const last = others
    .filter((one) => one.endedEarly && one.organisationIds.some((id) => organisationIds.includes(id)))
    .flatMap(({ to }) => (to !== null && to < from ? [to] : []))
    .toSorted()
    .at(-1)
  if (last === undefined) return {}
  const free = addDays(last, 1)
  let months = 0
  while (addMonths(free, months + 1) <= from) months++
  return { monthsSinceEnd: months }
}

/** What already stands beyond the limits of a regulation, with the sites it is about: an edition that sets them ends none of these. */
export async function standsBeyond(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, edition: EditionOf): Promise<Beyond[]> {
  const { regulation, lineId } = edition
  if (!limitsNumberOf(regulation, ...limitKinds)) return []
  const [all, { rows }] = await Promise.all([
    standingSites(tx, ctx, ctx.today),
    sql<{ id: SiteId; name: string; attachedSchools: number }>`
      select e.site_id as id, e.short_name as name, (select count(*)::int from attachments a where a.territory_id = e.territory_id
        and a.site_id = e.site_id and (a.ends_on is null or a.ends_on >= ${ctx.today})) as attached_schools
      from register_entries e where e.territory_id = ${ctx.territory.id} and (e.ends_on is null or e.ends_on >= ${ctx.today})
      order by e.short_name collate "ru-kn", e.site_id`.execute(tx),
  ])
  const standing = all.filter((one) => one.lineId === lineId)
  const found = rows.flatMap(({ id, name, attachedSchools }) => {
    const site = standing.find((one) => one.id === id)
    if (!site) return []
    // As it is today, not as it was when this status began.
    const now = { ...site, from: later(site.from, ctx.today) }
    return brokenLimits(regulation, { ...countsWith(now, standing), attachedSchools }).map((one) => ({ ...one, id, name }))
  })
  return [...Map.groupBy(found, ({ what, reason }) => `${what} ${reason}`).values()].flatMap((same) =>
    same.slice(0, 1).map(({ reason, basis }) => ({ text: reason, basis, sites: same.map(({ id, name }) => ({ id, name })) })),
  )
}

/** Sites keep the edition their status was given under until it ends. */
export async function sitesStay(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, lineId: RegulationLineId): Promise<Stays> {
  const standing = await standingSites(tx, ctx, ctx.today)
  const count = standing.filter((one) => one.lineId === lineId && (one.to === null || one.to >= ctx.today)).length
  return {
    count,
    words: counted(count, 'площадка', 'площадки', 'площадок'),
    until: 'до конца срока статуса',
    href: paths.sites({ territory: ctx.territory.code }),
  }
}

/** What an application is judged by. */
const ofApplication = ['sites', 'sitesOfTheme', 'statusesOfOrganisation', 'organisationsOfSite', 'monthsSinceEnd'] as const

/** The same for a site somebody asks for, where the regulation limits any of it. */
export async function countsAsked(
  tx: Tx,
  of: { readonly territory: { readonly id: TerritoryId } },
  { regulation, edition }: { readonly regulation: Regulation; readonly edition: RegulationId },
  site: NewSite,
): Promise<Counts> {
  if (!limitsNumberOf(regulation, ...ofApplication)) return {}
  const [standing, versions] = await Promise.all([standingSites(tx, of, site.from), regulationVersions(tx, of.territory.id)])
  const line = versions.find(({ id }) => id === edition)?.line.id
  const ofLine = standing.filter(({ lineId }) => lineId === line)
  return { ...countsWith(site, ofLine), ...sinceEnd(site, ofLine) }
}
