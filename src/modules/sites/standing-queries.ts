import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { Day, OrganisationId, SiteId, TerritoryId } from '../../kernel/types.ts'
import { type ActKind, numberedAct } from '../../regulation/acts.ts'
import { ruledFor } from '../../regulation/exceptions/questions.ts'
import { publishes } from '../../regulation/openness/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { livesBy } from '../regulation/lives-by-queries.ts'
import { regulationById } from '../regulation/queries.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import type { Changing, Suspension } from './standing-rules.ts'

type OfOrder = { kind: ActKind; number: string; signedOn: Day }
const labelOf = ({ kind, number, signedOn }: OfOrder) => `${numberedAct(kind, number)} от ${shortDate(signedOn)}`

/** Everything that suspended a site, first to last. */
export async function suspensionsOf(tx: Tx, territoryId: TerritoryId, siteId: SiteId): Promise<Suspension[]> {
  const { rows } = await sql<Suspension & OfOrder>`
    select s.starts_on as "from", s.ends_on as "to", s.reason, s.order_id, s.ended_by_order_id, o.kind, o.number_text as number, o.signed_on
    from suspensions s join orders o on o.territory_id = s.territory_id and o.id = s.order_id
    where s.territory_id = ${territoryId} and s.site_id = ${siteId} order by s.starts_on`.execute(tx)
  return rows.map(({ from, to, reason, orderId, endedByOrderId, ...order }) => ({
    from,
    to,
    reason,
    orderId,
    endedByOrderId,
    order: labelOf(order),
  }))
}

/** How often a status was prolonged by a decision; days a suspension added to it are no extension. */
export const extensionsOf = (
  territory: RawBuilder<unknown>,
  site: RawBuilder<unknown>,
) => sql<number>`(select count(*)::int from site_extensions x
  where x.territory_id = ${territory} and x.site_id = ${site} and not x.makes_up)`

/** The standing of a site; null when the territory has no such site. */
export async function siteStanding(tx: Tx, territoryId: TerritoryId, siteId: SiteId): Promise<Changing | null> {
  const found = sql<{ from: Day; to: Day | null; prolonged: number } & { [Key in keyof OfOrder]: OfOrder[Key] | null }>`
    select s.starts_on as "from", s.ends_on as "to", o.kind, o.number_text as number, o.signed_on,
      ${extensionsOf(sql.ref('s.territory_id'), sql.ref('s.id'))} as prolonged
    from sites s left join orders o on o.territory_id = s.territory_id and o.id = s.ended_by_order_id
    where s.territory_id = ${territoryId} and s.id = ${siteId}`
  const [{ rows }, suspensions, suspends] = await Promise.all([
    found.execute(tx),
    suspensionsOf(tx, territoryId, siteId),
    settingOf(tx, { territory: { id: territoryId } }, settings.suspension),
  ])
  const [row] = rows
  if (!row) return null
  const { from, to, prolonged, kind, number, signedOn } = row
  const endOrder = kind && number && signedOn ? labelOf({ kind, number, signedOn }) : null
  return { from, to, endOrder, suspensions, prolonged, suspends }
}

/** Sites that may not work today. */
export async function suspendedSites(
  tx: Tx,
  ctx: { readonly territory: { readonly id: TerritoryId }; readonly today: Day },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ siteId: SiteId }>`
    select distinct site_id from suspensions where territory_id = ${ctx.territory.id} and starts_on <= ${ctx.today}
      and (ends_on is null or ends_on >= ${ctx.today})`.execute(tx)
  return new Set(rows.map((row) => row.siteId))
}

/** A site by its standing, with the regulation under which it was granted. */
export type StandingSite = {
  readonly id: SiteId
  readonly name: string
  readonly fullNames: readonly string[]
  /** The lead one first. */
  readonly hosts: readonly { readonly id: OrganisationId; readonly shortName: string; readonly fullName: string }[]
  readonly organisationIds: readonly OrganisationId[]
  readonly theme: string
  readonly standing: Changing
  readonly regulation: Regulation
}

/** The site with its standing; null when the territory has no such site. */
export async function standingSite(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, siteId: SiteId): Promise<StandingSite | null> {
  const territoryId = ctx.territory.id
  const found = tx
    .selectFrom('sites')
    .select(['id', 'theme', 'regulationId'])
    .where((is) => is.and({ territoryId, id: siteId }))
    .executeTakeFirst()
  const organisations = tx
    .selectFrom('siteOrganisations as s')
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.territoryId', '=', 's.territoryId').onRef('o.id', '=', 's.organisationId'),
    )
    .select(['o.id', 'o.shortName', 'o.fullName', 'o.kind'])
    .where((is) => is.and({ 's.territoryId': territoryId, 's.siteId': siteId }))
    .orderBy('s.isLead', 'desc')
    .orderBy('s.position')
    .execute()
  const [site, hosts, standing] = await Promise.all([found, organisations, siteStanding(tx, territoryId, siteId)])
  const stored = site && (await regulationById(tx, territoryId, site.regulationId, ctx.today))
  if (!site || !standing || !stored) return null
  return {
    id: site.id,
    name: hosts.map((one) => one.shortName).join(', '),
    fullNames: hosts.map((one) => one.fullName),
    hosts,
    organisationIds: hosts.map((one) => one.id),
    theme: site.theme,
    standing,
    regulation: ruledFor(stored.regulation, {
      theme: site.theme,
      kinds: hosts.map((one) => one.kind),
      organisations: hosts.length,
    }),
  }
}

/** What permissions on the status of a site are asked about. */
export const subjectOf = (territoryId: TerritoryId, site: Pick<StandingSite, 'id' | 'organisationIds'>): Subject => ({
  territoryId,
  siteId: site.id,
  organisationIds: site.organisationIds,
})

/** By which of the Положения of the territory each of its sites lives. */
export const regulationOfSites = livesBy<SiteId>('sites', (tx, { territory }) =>
  tx.selectFrom('registerEntries').select(['siteId as id', 'lineId']).where('territoryId', '=', territory.id).execute(),
)

/**
 * Whether everybody is told of what a site does. A status and its cases keep the edition they began under; what is told to everybody follows the one
 * in force today.
 */
export async function tellsActivity(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, siteId: SiteId): Promise<boolean> {
  const stored = (await regulationOfSites(tx, ctx))(siteId)
  return stored !== null && publishes(stored.regulation, 'activity').value
}
