import { type RawBuilder, sql } from 'kysely'
import { heldOn } from '../../db/held-on.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrganisationId, PersonId, SiteId, TerritoryId } from '../../kernel/types.ts'
import { holdersOf } from '../people/role-queries.ts'

type Where = { readonly territory: { readonly id: TerritoryId }; readonly today: Day }

/** Those who run a site: its head and coordinator (also when their appointments have just ended with it) and the heads of its organisations. */
export async function peopleOfSite(tx: Tx, ctx: Where, siteId: SiteId): Promise<PersonId[]> {
  const { rows } = await sql<{ personId: PersonId }>`
    select a.person_id from appointments a join sites s on s.territory_id = a.territory_id and s.id = a.site_id
      where a.territory_id = ${ctx.territory.id} and a.site_id = ${siteId} and a.kind in ('head', 'coordinator') and a.starts_on <= ${ctx.today}
        and (a.ends_on is null or a.ends_on >= least(${ctx.today}::date, s.ends_on))
    union
    select p.person_id from posts p join site_organisations o on o.territory_id = p.territory_id and o.organisation_id = p.organisation_id
      where p.territory_id = ${ctx.territory.id} and o.site_id = ${siteId} and p.kind = 'head' and p.starts_on <= ${ctx.today}
        and (p.ends_on is null or p.ends_on >= ${ctx.today})`.execute(tx)
  return rows.map((row) => row.personId)
}

/** Methodists of the operator and officials of the authority. */
export async function officeOf(tx: Tx, ctx: Where): Promise<PersonId[]> {
  const holders = await holdersOf(tx, ctx.territory.id, ['methodist', 'official'], ctx.today)
  return [...new Set(holders.map(({ personId }) => personId))]
}

/** How a site is called in a sentence. */
export async function siteNameOf(tx: Tx, ctx: Pick<Where, 'territory'>, siteId: SiteId): Promise<string> {
  const row = await tx
    .selectFrom('registerEntries')
    .select('shortName')
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
    .executeTakeFirst()
  return row?.shortName ?? ''
}

/** Whether the person of this column has a role today on the site of that one, for a query of another module. */
export const isAppointed = ({ territory, today }: Where, person: RawBuilder<unknown>, site: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from appointments role where role.territory_id = ${territory.id} and role.person_id = ${person}
    and role.site_id = ${site} and role.starts_on <= ${today} and (role.ends_on is null or role.ends_on >= ${today}))`

/** Whether the person of this column has one of these roles on a day on the site of that one, for a query of another module. */
export const holdsRole = (
  { territory }: Pick<Where, 'territory'>,
  of: {
    readonly person: RawBuilder<unknown>
    readonly site: RawBuilder<unknown>
    readonly kinds: RawBuilder<unknown>
    readonly day: RawBuilder<unknown>
  },
) =>
  sql<boolean>`exists (select from appointments role where role.territory_id = ${territory.id} and role.person_id = ${of.person}
    and role.site_id = ${of.site} and role.kind = any(${of.kinds}) and role.starts_on <= ${of.day} and (role.ends_on is null or role.ends_on >= ${of.day}))`

/** The same of one person. */
export async function holdsAppointment(tx: Tx, ctx: Where, personId: PersonId, siteId: SiteId): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`select ${isAppointed(ctx, sql`${personId}`, sql`${siteId}`)} as holds`.execute(
    tx,
  )
  return rows[0]?.holds === true
}

/** Those who head the site of this column today, as rows of one id, for a query of another module. */
export const headsOfSite = ({ territory, today }: Where, site: RawBuilder<unknown>) =>
  sql`(select role.person_id from appointments role where role.territory_id = ${territory.id} and role.site_id = ${site} and role.kind = 'head'
    and role.starts_on <= ${today} and (role.ends_on is null or role.ends_on >= ${today}))`

/** Who heads a site on a day, of all sites whose status holds on it. */
export async function siteHeadsOn(tx: Tx, { territory }: Pick<Where, 'territory'>, day: Day): Promise<PersonId[]> {
  const { rows } = await sql<{ personId: PersonId }>`
    select distinct a.person_id from appointments a join sites s on s.territory_id = a.territory_id and s.id = a.site_id
    where a.territory_id = ${territory.id} and a.kind = 'head' and ${heldOn('a', day)} and ${heldOn('s', day)} order by 1`.execute(
    tx,
  )
  return rows.map(({ personId }) => personId)
}

/** The organisations attached to a site on a day. */
export async function attachedOn(tx: Tx, { territory }: Pick<Where, 'territory'>, day: Day): Promise<OrganisationId[]> {
  const { rows } = await sql<{ organisationId: OrganisationId }>`
    select distinct a.organisation_id from attachments a
    where a.territory_id = ${territory.id} and ${heldOn('a', day)} order by 1`.execute(tx)
  return rows.map(({ organisationId }) => organisationId)
}
