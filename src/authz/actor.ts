import { sql } from 'kysely'
import type { Tx } from '../db/pool.ts'
import { dictionaryOf } from '../db/territories.ts'
import { addDays } from '../kernel/dates.ts'
import type { AccountId, Day, OrganisationId, PersonId, SiteId, TerritoryId } from '../kernel/types.ts'
import { type Kind, natureOf } from '../regulation/dictionary.ts'
import type { Role } from './roles.ts'

/** Who acts: a person of a territory with the roles and the ties they have on a day. */
export type Actor = {
  readonly territoryId: TerritoryId
  readonly accountId: AccountId | null
  readonly personId: PersonId
  readonly name: string
  readonly roles: readonly Role[]
  /** Organisations whose head the person is, and those where the person works. */
  readonly headsOrganisations: readonly OrganisationId[]
  readonly worksIn: readonly OrganisationId[]
  /** Of those headed the ones that employ people: whoever applies for a group, or for themselves, answers for nobody else. */
  readonly employs: readonly OrganisationId[]
  readonly headsSites: readonly SiteId[]
  readonly coordinatesSites: readonly SiteId[]
  readonly staffOfSites: readonly SiteId[]
  /** Every role of the regulation held on a site, and every further body one works in. */
  readonly holds: readonly { readonly siteId: SiteId | null; readonly kind: string }[]
}

/** Whoever headed a site on its last day still answers for its last report: for a year after the status is over. */
const lastHead = (on: Day) =>
  sql`(a.kind = 'head' and a.ends_on = s.ends_on and s.ends_on < ${on} and s.ends_on >= ${addDays(on, -365)})`

/** Whoever has a role on a site belongs to its staff, but for those who head it, look after it or judge it. */
const notStaff = ['head', 'coordinator', 'methodist', 'expert']

/**
 * Loads a person with everything the policy asks about, as of a day. Undefined: no such person in the territory. Without a person it is the one whom
 * the account is here; that asks for both in the transaction's scope.
 */
export async function loadActor(
  tx: Tx,
  territoryId: TerritoryId,
  person: PersonId | null,
  on: Day,
  accountId: AccountId | null,
): Promise<Actor | undefined> {
  const { rows } = await sql<{
    personId: PersonId
    name: string
    granted: Role[]
    posts: { organisation: OrganisationId; of: string; kind: string }[]
    kinds: Kind[]
    appointments: { site: SiteId | null; kind: string }[]
    bodies: string[]
    signs: boolean
    expert: boolean
  }>`
    select person.id as person_id, person.family_name || ' ' || left(person.given_name, 1) || '.' || coalesce(' ' || left(person.patronymic, 1) || '.', '') as name,
      coalesce((select json_agg(role) from role_grants g where g.territory_id = person.territory_id and g.person_id = person.id
        and g.starts_on <= ${on} and (g.ends_on is null or g.ends_on >= ${on})), '[]') as granted,
      coalesce((select json_agg(json_build_object('organisation', p.organisation_id, 'of', organisation_kind(p.territory_id, p.organisation_id), 'kind', p.kind)) from posts p
        where p.territory_id = person.territory_id and p.person_id = person.id and p.starts_on <= ${on} and (p.ends_on is null or p.ends_on >= ${on})), '[]') as posts,
      coalesce((select json_agg(json_build_object('site', a.site_id, 'kind', a.kind)) from appointments a
          left join sites s on s.territory_id = a.territory_id and s.id = a.site_id
        where a.territory_id = person.territory_id and a.person_id = person.id and a.starts_on <= ${on}
          and (a.ends_on is null or a.ends_on >= ${on} or ${lastHead(on)})), '[]') as appointments,
      ${dictionaryOf(sql`person.territory_id`)} as kinds,
      bodies_of(person.territory_id, person.id, ${on}) as bodies, signs_on(person.territory_id, person.id, ${on}) as signs,
      exists (select from experts e where e.territory_id = person.territory_id and e.person_id = person.id
        and e.starts_on <= ${on} and (e.ends_on is null or e.ends_on >= ${on})) as expert
    from people person where person.territory_id = ${territoryId} and person.id = ${
      person ?? sql`(select m.person_id from memberships m where m.territory_id = ${territoryId} and m.account_id = ${accountId})`
    }`.execute(tx)
  const row = rows[0]
  if (!row) return undefined

  // A role given for the whole territory is held at every site; so is a body by those who work in it.
  const holds = [
    ...row.appointments.map(({ site, kind }) => ({ siteId: site, kind })),
    ...row.bodies.map((kind) => ({ siteId: null, kind })),
  ]
  const sitesWith = (fits: (kind: string) => boolean) => [
    ...new Set(holds.flatMap(({ siteId, kind }) => (siteId !== null && fits(kind) ? [siteId] : []))),
  ]
  const heads = row.posts.filter((post) => post.kind === 'head')
  const headsOrganisations = [...new Set(heads.map((post) => post.organisation))]
  const employs = headsOrganisations.filter((id) =>
    heads.some((post) => post.organisation === id && natureOf(row, post.of) === 'organisation'),
  )
  const worksIn = [...new Set(row.posts.map((post) => post.organisation))]
  const [headsSites, coordinatesSites, staffOfSites] = [
    sitesWith((kind) => kind === 'head'),
    sitesWith((kind) => kind === 'coordinator'),
    sitesWith((kind) => !notStaff.includes(kind)),
  ]
  const derived: [Role, boolean][] = [
    ['coordinator', coordinatesSites.length > 0],
    ['siteHead', headsSites.length > 0],
    ['siteStaff', staffOfSites.length > 0],
    ['expert', row.expert],
    ['schoolHead', headsOrganisations.length > 0],
    ['teacher', worksIn.length > 0],
    ['bodyMember', row.bodies.length > 0],
    ['signer', row.signs],
  ]
  const roles = [...new Set([...row.granted, ...derived.filter(([, has]) => has).map(([role]) => role)])]
  return {
    territoryId,
    accountId,
    personId: row.personId,
    name: row.name,
    roles,
    headsOrganisations,
    worksIn,
    employs,
    headsSites,
    coordinatesSites,
    staffOfSites,
    holds,
  }
}
