import { installedTable } from '../kernel/installed.ts'
import type { OrganisationId, PersonId, SiteId, TerritoryId } from '../kernel/types.ts'
import type { Actor } from './actor.ts'
import type { Role } from './roles.ts'

/** What a permission is asked about: whose it is, which organisations, site and people it concerns. */
export type Subject = {
  readonly territoryId: TerritoryId
  readonly organisationIds?: readonly OrganisationId[]
  readonly siteId?: SiteId | null
  /** The role of the regulation in which one would act there. */
  readonly role?: string
  readonly personIds?: readonly PersonId[]
}

/** How far a role reaches. */
const within = {
  territory: () => true,
  ownOrganisation: (actor: Actor, subject: Subject) => has(actor.headsOrganisations, subject.organisationIds),
  ownPeople: (actor: Actor, subject: Subject) => has(actor.employs, subject.organisationIds),
  employer: (actor: Actor, subject: Subject) => has(actor.worksIn, subject.organisationIds),
  headedSite: (actor: Actor, subject: Subject) => has(actor.headsSites, [subject.siteId]),
  coordinatedSite: (actor: Actor, subject: Subject) => has(actor.coordinatesSites, [subject.siteId]),
  staffedSite: (actor: Actor, subject: Subject) => has(actor.staffOfSites, [subject.siteId]),
  heldRole: (actor: Actor, subject: Subject) =>
    actor.holds.some(({ siteId, kind }) => (siteId === null || siteId === subject.siteId) && kind === subject.role),
  addressee: (actor: Actor, subject: Subject) => subject.personIds?.includes(actor.personId) ?? false,
}
export type Within = keyof typeof within
export type Grant = { readonly role: Role | 'anyone'; readonly within: Within }

const has = (own: readonly string[], asked: readonly (string | null | undefined)[] | undefined) =>
  asked?.some((id) => id != null && own.includes(id)) ?? false

export const by = (scope: Within, ...who: Grant['role'][]): Grant[] => who.map((role) => ({ role, within: scope }))
export const office = by('territory', 'official', 'signatory', 'methodist')
export const members = by('territory', 'anyone')
export const ownHead = by('ownOrganisation', 'schoolHead')
export const addressee = by('addressee', 'anyone')
export const coordinator = by('coordinatedSite', 'coordinator')
export const siteTeam = [...by('headedSite', 'siteHead'), ...by('staffedSite', 'siteStaff')]

/** Rows of the policy as a module says them: who is allowed what. What no row allows is not allowed; `anyone` is any person of the territory. */
export type Grants = Readonly<Record<string, readonly Grant[]>>

/** Every permission of the product; a module adds the names of its own rows. */
// biome-ignore lint/suspicious/noEmptyInterface: modules merge theirs into it
export interface Permissions {}
export type Permission = keyof Permissions

/** The one table, put together of the rows of all modules. */
export const policy = installedTable<Grants>('the policy was')

/** Whether the actor may do it to this subject. Another territory's subject is never theirs. */
export const can = (actor: Actor, permission: Permission, subject: Subject): boolean =>
  actor.territoryId === subject.territoryId &&
  grantsOf(permission).some((grant) => applies(grant, actor) && within[grant.within](actor, subject))

/** Whether the actor may do it to anything at all: known without asking about the subject. */
export const canAtAll = (actor: Actor, permission: Permission): boolean =>
  grantsOf(permission).some((grant) => applies(grant, actor))

/** Whether a role alone, without any tie to the subject, is among those a permission goes to. */
export const isFor = (role: Role, permission: Permission): boolean => grantsOf(permission).some((grant) => grant.role === role)

const grantsOf = (permission: Permission): readonly Grant[] => policy.table()[permission] ?? []
const applies = (grant: Grant, actor: Actor) => grant.role === 'anyone' || actor.roles.includes(grant.role)
