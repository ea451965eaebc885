import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { type NameParts, withInitials } from '../../../kernel/names.ts'
import type { Day } from '../../../kernel/types.ts'
import type { ActKind } from '../../../regulation/acts.ts'
import { orderLabel } from '../../../regulation/acts.ts'
import type { OrganisationKind } from '../../../regulation/kinds.ts'
import type { OrderState } from '../machine.ts'
import type {
  KnownAppointment,
  KnownAttachment,
  KnownOrder,
  KnownOrganisation,
  KnownPerson,
  KnownSite,
  Named,
} from './registers.ts'

/** Sites that the effects name, that a revoked order opened, and all sites of organisations that are to get a status. */
export async function loadSites(tx: Tx, ctx: Ctx, named: Named): Promise<KnownSite[]> {
  const territoryId = ctx.territory.id
  const { rows } = await sql<Omit<KnownSite, 'isNew'>>`
    select s.id, s.theme, s.direction, s.order_id, s.regulation_id, s.starts_on as from, s.ends_on as to,
      string_agg(o.short_name, ', ' order by so.position) as name, array_agg(so.organisation_id order by so.position)::text[] as organisation_ids
    from sites s
      join site_organisations so on so.territory_id = s.territory_id and so.site_id = s.id
      join organisations o on o.territory_id = so.territory_id and o.id = so.organisation_id
    where s.territory_id = ${territoryId} and (s.id = any(${named.sites}::uuid[]) or s.order_id = any(${named.orders}::uuid[])
      or s.id in (select site_id from site_organisations where territory_id = ${territoryId} and organisation_id = any(${named.organisations}::uuid[])))
    group by s.territory_id, s.id`.execute(tx)
  return rows.map((row) => ({ ...row, isNew: false }))
}

export async function loadAttachments(tx: Tx, ctx: Ctx, named: Named, sites: readonly KnownSite[]): Promise<KnownAttachment[]> {
  const siteIds = sites.filter((site) => named.sites.includes(site.id)).map((site) => site.id)
  const { rows } = await sql<KnownAttachment>`
    select site_id, organisation_id, order_id, starts_on as from, ends_on as to from attachments
    where territory_id = ${ctx.territory.id} and (site_id = any(${siteIds}::uuid[]) or order_id = any(${named.orders}::uuid[]))`.execute(
    tx,
  )
  return rows
}

export async function loadAppointments(tx: Tx, ctx: Ctx, named: Named): Promise<KnownAppointment[]> {
  const { rows } = await sql<KnownAppointment>`
    select id, site_id, person_id, kind, order_id, starts_on as from, ends_on as to from appointments
    where territory_id = ${ctx.territory.id} and (id = any(${named.appointments}::uuid[]) or site_id = any(${named.sites}::uuid[])
      or order_id = any(${named.orders}::uuid[]) or (site_id is null and person_id = any(${named.people}::uuid[])))`.execute(tx)
  return rows
}

export async function loadOrganisations(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<KnownOrganisation[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'kind', 'shortName as name'])
    .select((of) => of.fn.coalesce('documentName', 'fullName').as('documentName'))
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as OrganisationKind }))
}

/** People with all that the rules about heads and coordinators ask of them. */
export async function loadPeople(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<KnownPerson[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NameParts & Omit<KnownPerson, 'name'>>`
    select p.id, p.family_name, p.given_name, p.patronymic,
      coalesce((select json_agg(json_build_object('organisationId', t.organisation_id, 'kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on))
        from posts t where t.territory_id = p.territory_id and t.person_id = p.id), '[]') as posts,
      coalesce((select json_agg(json_build_object('category', q.category, 'startsOn', q.starts_on, 'endsOn', q.ends_on))
        from qualifications q where q.territory_id = p.territory_id and q.person_id = p.id), '[]') as categories,
      coalesce((select json_agg(json_build_object('direction', a.direction, 'achievedOn', a.achieved_on))
        from achievements a where a.territory_id = p.territory_id and a.person_id = p.id), '[]') as achievements,
      coalesce((select json_agg(json_build_object('startsOn', g.starts_on, 'endsOn', g.ends_on))
        from role_grants g where g.territory_id = p.territory_id and g.person_id = p.id and g.role = 'methodist'), '[]') as methodist_periods
    from people p where p.territory_id = ${ctx.territory.id} and p.id = any(${[...new Set(ids)]}::uuid[])`.execute(tx)
  return rows.map(({ familyName, givenName, patronymic, ...row }) => ({
    ...row,
    name: withInitials({ familyName, givenName, patronymic }),
  }))
}

export async function loadIssuer(tx: Tx, ctx: Ctx, issuerId: string): Promise<{ isAuthority: boolean; isOperator: boolean }> {
  return tx
    .selectFrom('organisations')
    .select(['isAuthority', 'isOperator'])
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', issuerId)
    .executeTakeFirstOrThrow()
}

/** Orders that are to be revoked. */
export async function loadOrders(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<KnownOrder[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{
    id: string
    kind: ActKind
    title: string
    state: OrderState
    numberText: string | null
    signedOn: Day | null
    regulationId: string | null
    endings: number
  }>`
    select o.id, o.kind, o.title, o.state, o.number_text, o.signed_on,
      (select r.id from regulations r where r.territory_id = o.territory_id and r.order_id = o.id limit 1) as regulation_id,
      (select count(*)::int from order_effects e where e.territory_id = o.territory_id and e.order_id = o.id
        and e.effect ->> 'kind' in ('terminateStatus', 'detachOrganisations', 'endAppointment', 'extendStatus', 'suspendStatus', 'resumeStatus')) as endings
    from orders o where o.territory_id = ${ctx.territory.id} and o.id = any(${ids}::uuid[])`.execute(tx)
  return rows.map(({ kind, numberText, signedOn, ...row }) => ({ ...row, label: orderLabel({ kind, numberText, signedOn }) }))
}
