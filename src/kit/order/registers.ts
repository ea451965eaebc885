import { contains } from '../../kernel/dates.ts'
import type {
  ApplicationId,
  CallId,
  Day,
  Instant,
  OrderId,
  OrganisationId,
  PersonId,
  RegulationId,
  RegulationLineId,
  SiteId,
} from '../../kernel/types.ts'
import type { ActKind } from '../../regulation/acts.ts'
import type { Category, OrganisationKind, PostKind } from '../../regulation/dictionary.ts'
import type { StandsFor } from '../../regulation/parties/questions.ts'
import type { HeadCandidate } from '../../regulation/people/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { PlacedEffect } from './effects.ts'

export type KnownRegulation = {
  readonly id: RegulationId
  readonly lineId: RegulationLineId
  readonly version: number
  /** As it answers, and as it is written (`StoredRegulation`). */
  readonly regulation: Regulation
  readonly paper: Regulation
  readonly state: 'draft' | 'approved' | 'dropped'
  readonly startsOn: Day | null
  readonly endsOn: Day | null
}

export type KnownOrganisation = {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly name: string
  /** What papers call it. */
  readonly documentName: string
}

export type KnownPerson = {
  readonly id: PersonId
  readonly name: string
  readonly posts: readonly { organisationId: OrganisationId; kind: PostKind; startsOn: Day; endsOn: Day | null }[]
  readonly categories: readonly { category: Category; startsOn: Day; endsOn: Day | null }[]
  readonly achievements: readonly { direction: string | null; achievedOn: Day | null }[]
  readonly methodistPeriods: readonly { startsOn: Day; endsOn: Day | null }[]
}

/** What effects name, and what the rows they name name in turn: ids by what they are of. */
export type Named = {
  readonly organisations: readonly OrganisationId[]
  readonly people: readonly PersonId[]
  readonly sites: readonly SiteId[]
  readonly appointments: readonly string[]
  readonly regulations: readonly RegulationId[]
  readonly orders: readonly OrderId[]
  readonly calls: readonly CallId[]
  readonly applications: readonly ApplicationId[]
}
export type NamedKind = keyof Named
export type Names = Partial<Named>

/** Rows of the registers that a module keeps; each merges its own. */
export interface KnownRows {
  readonly issuer: StandsFor
  /** Of the line asked about (`lines.ts`): the edition in force, and the one the order is judged by, which it may approve itself. */
  readonly inForce: KnownRegulation | null
  readonly judgedBy: KnownRegulation | null
  /** The same of every line of the territory. */
  readonly inForceOf: ReadonlyMap<RegulationLineId, KnownRegulation>
  readonly judgedByOf: ReadonlyMap<RegulationLineId, KnownRegulation>
  readonly regulations: ReadonlyMap<string, KnownRegulation>
  /** Those the order itself puts in force, in the order of its points. */
  readonly approved: readonly KnownRegulation[]
  readonly organisations: ReadonlyMap<string, KnownOrganisation>
  readonly people: ReadonlyMap<string, KnownPerson>
}

/** The order itself, as its effects are checked against it. */
export type Occasion = {
  readonly orderId: OrderId
  readonly issuerId: OrganisationId
  /** The line it is written under; null: the first of the territory. */
  readonly lineId: RegulationLineId | null
  readonly actKind: ActKind
  /** The day of signing, and the day from which the order has effect. */
  readonly day: Day
  readonly effectiveOn: Day
  /** The moment it is asked, and the territory's clock. */
  readonly now: Instant
  readonly timeZone: string
  readonly effects: readonly PlacedEffect[]
}

/** What the registers say before an order is signed: everything its effects are checked against and described by. */
export type Registers = Occasion & KnownRows

export const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]))

const onDay = (day: Day) => (row: { startsOn: Day; endsOn: Day | null }) => contains({ from: row.startsOn, to: row.endsOn }, day)

/** What the regulation asks about a head, as of a day. */
export function candidateOn(
  person: KnownPerson,
  day: Day,
  site: { organisationIds: readonly OrganisationId[]; direction: string | null },
): HeadCandidate {
  const posts = person.posts.filter(onDay(day))
  return {
    posts: posts.map((post) => post.kind),
    hostPosts: posts.filter((post) => site.organisationIds.includes(post.organisationId)).map((post) => post.kind),
    category: person.categories.find(onDay(day))?.category ?? null,
    achievements: person.achievements.filter(
      (one) =>
        (one.achievedOn === null || one.achievedOn <= day) &&
        (site.direction === null || one.direction === null || one.direction === site.direction),
    ).length,
  }
}

/** A methodist by post or by the role given in the product. */
export const isMethodistOn = (person: KnownPerson, day: Day): boolean =>
  person.methodistPeriods.some(onDay(day)) ||
  person.posts.filter(onDay(day)).some((post) => post.kind === 'methodist' || post.kind === 'seniorMethodist')

/** The name of an organisation or a person; what is unknown is said to be so. */
export const organisationName = (registers: Registers, id: string): string =>
  registers.organisations.get(id)?.name ?? 'неизвестная организация'
/** What papers call it. */
export const documentName = (registers: Registers, id: string): string =>
  registers.organisations.get(id)?.documentName ?? 'неизвестная организация'
export const personName = (registers: Registers, id: string): string => registers.people.get(id)?.name ?? 'неизвестный человек'
export const documentNames = (ids: readonly string[], registers: Registers): string =>
  ids.map((id) => documentName(registers, id)).join('; ')
/** Names of organisations in the order given. */
export const namesOf = (ids: readonly string[], registers: Registers): string =>
  ids.map((id) => organisationName(registers, id)).join(', ')
