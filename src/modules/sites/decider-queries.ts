import { sql } from 'kysely'
import type { Permission, Subject } from '../../authz/policy.ts'
import type { GrantedRole } from '../../authz/roles.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId, PersonId, SiteId } from '../../kernel/types.ts'
import type { When } from '../../kit/told.ts'
import { partyOf } from '../../regulation/parties/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { headsOf as headsOfOrganisations, workersOfBody } from '../people/head-queries.ts'
import { holdersOf } from '../people/role-queries.ts'

/** Who of the installation speaks for a party, where it is not the holder of a role of the regulation. */
const permissions = {
  authority: 'party.authority',
  operator: 'party.operator',
  organisation: 'party.organisation',
  head: 'party.head',
  coordinator: 'party.coordinator',
} as const satisfies Readonly<Record<string, Permission>>
const isNamed = (party: string): party is keyof typeof permissions => party in permissions

/** The permission to speak for a party of the regulation. What a further body has decided its own people write down, and the office. */
export function permissionOf(regulation: Regulation, party: string): Permission {
  if (isNamed(party)) return permissions[party]
  return partyOf(regulation, party)?.people ? 'party.role' : 'party.protocol'
}

/** A site as the one who speaks for a party of it is asked about. */
export type AtSite = { readonly siteId: SiteId; readonly organisationIds: readonly OrganisationId[] }

/** The same of a site with its organisations. */
export const atSite = ({
  id,
  organisations,
}: {
  readonly id: SiteId
  readonly organisations: readonly { readonly id: OrganisationId }[]
}): AtSite => ({
  siteId: id,
  organisationIds: organisations.map((one) => one.id),
})

/** Of the site that this alias of a query names. */
export const organisationIdsOf = (site: string) =>
  sql<OrganisationId[]>`array(select host.organisation_id::text from site_organisations host
    where host.territory_id = ${sql.ref(`${site}.territory_id`)} and host.site_id = ${sql.ref(`${site}.id`)})`

/** The site `s` of rows that name one, with `e`, as the register knows it. */
export const joinedSite = (row: string) =>
  sql`join sites s on s.territory_id = ${sql.ref(`${row}.territory_id`)} and s.id = ${sql.ref(`${row}.site_id`)}
    join register_entries e on e.territory_id = s.territory_id and e.site_id = s.id`

/** What the policy is asked about where a party decides. */
export const asParty = ({ siteId, organisationIds }: AtSite, party: string | undefined): Omit<Subject, 'territoryId'> => ({
  siteId,
  organisationIds,
  ...(party !== undefined && { role: party }),
})

/** The people who speak for a party, today. */
export async function decidersOf(tx: Tx, ctx: When, regulation: Regulation, at: AtSite, party: string): Promise<PersonId[]> {
  if (party === 'authority') return withRoles(tx, ctx, ['official', 'signatory'])
  if (party === 'operator') return withRoles(tx, ctx, ['methodist'])
  if (party === 'organisation')
    return (await headsOfOrganisations(tx, ctx, ctx.today, at.organisationIds)).map(({ personId }) => personId)
  return partyOf(regulation, party)?.people ? appointedAs(tx, ctx, at.siteId, party) : ofBody(tx, ctx, party)
}

/** Whoever works in the organisation that is this body; the office where it has nobody here. */
async function ofBody(tx: Tx, ctx: When, party: string): Promise<PersonId[]> {
  const own = await workersOfBody(tx, ctx, party)
  return own.length > 0 ? own : withRoles(tx, ctx, ['methodist', 'official'])
}

/** Whoever heads the site today. */
export const headsOf = (tx: Tx, ctx: When, siteId: SiteId): Promise<PersonId[]> => appointedAs(tx, ctx, siteId, 'head')

async function withRoles(tx: Tx, ctx: When, roles: readonly GrantedRole[]): Promise<PersonId[]> {
  const holders = await holdersOf(tx, ctx.territory.id, roles, ctx.today)
  return [...new Set(holders.map(({ personId }) => personId))]
}

async function appointedAs(tx: Tx, ctx: When, siteId: SiteId, kind: string): Promise<PersonId[]> {
  const rows = await tx
    .selectFrom('appointments')
    .select('personId')
    .where('territoryId', '=', ctx.territory.id)
    .where((or) => or.or([or('siteId', 'is', null), or('siteId', '=', siteId)]))
    .where('kind', '=', kind)
    .where('startsOn', '<=', ctx.today)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', ctx.today)]))
    .execute()
  return [...new Set(rows.map((row) => row.personId))]
}
