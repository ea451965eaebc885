import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { SiteId } from '../../../kernel/types.ts'
import { type Effect, ofKind, type PlacedEffect } from '../../../kit/order/effects.ts'
import type { RegisterSource } from '../../../kit/order/parts.ts'
import type { Named, Registers } from '../../../kit/order/registers.ts'
import { lineIn } from '../../regulation/queries.ts'
import { settings } from '../../settings/model.ts'
import { settingOf } from '../../settings/queries.ts'
import { standingSites } from '../limit-queries.ts'
import { extensionsOf } from '../standing-queries.ts'
import type { KnownAppointment, KnownAttachment, KnownSite, KnownSuspension } from './rows.ts'

type OfStatus = Extract<Effect, { kind: 'extendStatus' | 'terminateStatus' | 'suspendStatus' | 'resumeStatus' }>
const statusKinds = ['extendStatus', 'terminateStatus', 'suspendStatus', 'resumeStatus'] as const

/** Effects that change how a site stands. */
export const statusChanges = (effects: readonly PlacedEffect[]): OfStatus[] =>
  statusKinds.flatMap((kind) => ofKind(effects, kind))
/** The sites of them. */
export const changingSites = (effects: readonly PlacedEffect[]): SiteId[] => [
  ...new Set(statusChanges(effects).map(({ siteId }) => siteId)),
]

/** What gives statuses days is asked how many there are. */
const counting = ['grantStatus', 'extendStatus'] as const

/** Sites that effects name, that a revoked order opened, and all sites of organisations that are to get a status; and what hangs on them. */
export const siteRows: RegisterSource = {
  async read(tx, ctx, occasion, named) {
    const [sites, appointments, suspensions, suspends, standing] = await Promise.all([
      sitesNamed(tx, ctx, named),
      appointmentsNamed(tx, ctx, named),
      suspensionsOf(tx, ctx, changingSites(occasion.effects)),
      settingOf(tx, ctx, settings.suspension),
      counting.every((kind) => ofKind(occasion.effects, kind).length === 0) ? [] : standingSites(tx, ctx, ctx.today),
    ])
    const own = sites.filter((site) => named.sites.includes(site.id))
    return {
      rows: {
        sites: new Map(sites.map((site) => [site.id, site])),
        attachments: await attachmentsOf(
          tx,
          ctx,
          own.map((site) => site.id),
          named.orders,
        ),
        appointments: new Map(appointments.map((one) => [one.id, one])),
        suspensions,
        suspends,
        standing,
      },
      names: {
        organisations: own.flatMap((site) => site.organisationIds),
        people: appointments.map((one) => one.personId),
        regulations: own.flatMap((site) => site.regulationId ?? []),
      },
    }
  },
  async complete(_tx, _ctx, registers) {
    return { sites: new Map([...registers.sites, ...openedBy(registers).map((site) => [site.id, site] as const)]) }
  },
}

/** The sites this very order opens, so that its other points can attach schools and appoint people to them. */
const openedBy = ({ orderId, effects, organisations }: Registers): KnownSite[] =>
  ofKind(effects, 'grantStatus').map(({ siteId, theme, direction, organisationIds, from, to }) => ({
    id: siteId,
    name: organisationIds.map((id) => organisations.get(id)?.name ?? '').join(', '),
    theme,
    direction,
    organisationIds,
    orderId,
    regulationId: null,
    lineId: null,
    isNew: true,
    prolonged: 0,
    from,
    to,
  }))

/** Sites as orders know them. */
export async function sitesNamed(
  tx: Tx,
  ctx: Ctx,
  named: Pick<Named, 'sites' | 'orders' | 'organisations'>,
): Promise<KnownSite[]> {
  const territoryId = ctx.territory.id
  const { rows } = await sql<Omit<KnownSite, 'isNew'>>`
    select s.id, s.theme, s.direction, s.order_id, s.regulation_id, ${lineIn('s')} as line_id, s.starts_on as from, s.ends_on as to, ${extensionsOf(sql.ref('s.territory_id'), sql.ref('s.id'))} as prolonged,
      string_agg(o.short_name, ', ' order by so.position) as name, array_agg(so.organisation_id order by so.position)::text[] as organisation_ids
    from sites s
      join site_organisations so on so.territory_id = s.territory_id and so.site_id = s.id
      join organisations o on o.territory_id = so.territory_id and o.id = so.organisation_id
    where s.territory_id = ${territoryId} and (s.id = any(${named.sites}::uuid[]) or s.order_id = any(${named.orders}::uuid[])
      or s.id in (select site_id from site_organisations where territory_id = ${territoryId} and organisation_id = any(${named.organisations}::uuid[])))
    group by s.territory_id, s.id`.execute(tx)
  return rows.map((row) => ({ ...row, isNew: false }))
}

async function attachmentsOf(tx: Tx, ctx: Ctx, sites: readonly string[], orders: readonly string[]): Promise<KnownAttachment[]> {
  const { rows } = await sql<KnownAttachment>`
    select site_id, organisation_id, order_id, starts_on as from, ends_on as to from attachments
    where territory_id = ${ctx.territory.id} and (site_id = any(${sites}::uuid[]) or order_id = any(${orders}::uuid[]))`.execute(
    tx,
  )
  return rows
}

async function appointmentsNamed(tx: Tx, ctx: Ctx, named: Named): Promise<KnownAppointment[]> {
  const { rows } = await sql<KnownAppointment>`
    select id, site_id, person_id, kind, order_id, starts_on as from, ends_on as to from appointments
    where territory_id = ${ctx.territory.id} and (id = any(${named.appointments}::uuid[]) or site_id = any(${named.sites}::uuid[])
      or order_id = any(${named.orders}::uuid[]) or (site_id is null and person_id = any(${named.people}::uuid[])))`.execute(tx)
  return rows
}

async function suspensionsOf(tx: Tx, ctx: Ctx, sites: readonly string[]): Promise<KnownSuspension[]> {
  if (sites.length === 0) return []
  const { rows } = await sql<KnownSuspension>`
    select p.site_id, p.starts_on as "from", p.ends_on as "to", p.ended_by_order_id, (select max(x.until) from site_extensions x
      where x.territory_id = p.territory_id and x.site_id = p.site_id and x.order_id = p.order_id and x.makes_up) as made_up_to
    from suspensions p where p.territory_id = ${ctx.territory.id} and p.site_id = any(${sites}::uuid[]) order by p.starts_on`.execute(
    tx,
  )
  return rows
}
