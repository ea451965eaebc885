import { contains } from '../../../kernel/dates.ts'
import type { Day, Instant, OrganisationId, Period } from '../../../kernel/types.ts'
import type { ActKind } from '../../../regulation/acts.ts'
import type { HeadCandidate } from '../../../regulation/head-questions.ts'
import type { AppointmentKind, Category, OrganisationKind, PostKind } from '../../../regulation/kinds.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import type { ApplicationState } from '../../applications/machine.ts'
import type { Listener } from '../../calls/audience-queries.ts'
import type { KnownCall } from '../../calls/queries.ts'
import type { CaseKind, CaseState } from '../../status-cases/machine.ts'
import type { OrderState } from '../machine.ts'
import type { PlacedEffect } from '../model.ts'

export type KnownRegulation = {
  readonly id: string
  readonly version: number
  readonly regulation: Regulation
  readonly startsOn: Day | null
  readonly endsOn: Day | null
}

export type KnownOrganisation = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  /** What papers call it. */
  readonly documentName: string
}

export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly posts: readonly { organisationId: string; kind: PostKind; startsOn: Day; endsOn: Day | null }[]
  readonly categories: readonly { category: Category; startsOn: Day; endsOn: Day | null }[]
  readonly achievements: readonly { direction: string | null; achievedOn: Day | null }[]
  readonly methodistPeriods: readonly { startsOn: Day; endsOn: Day | null }[]
}

/** A site of the register, or one that an earlier point of the same order opens. */
export type KnownSite = Period & {
  readonly id: string
  readonly name: string
  readonly theme: string
  readonly direction: string | null
  readonly organisationIds: readonly OrganisationId[]
  readonly orderId: string
  readonly regulationId: string | null
  readonly isNew: boolean
}

export type KnownAttachment = Period & {
  readonly siteId: string
  readonly organisationId: OrganisationId
  readonly orderId: string | null
}

export type KnownAppointment = Period & {
  readonly id: string
  readonly siteId: string | null
  readonly personId: string
  readonly kind: AppointmentKind
  readonly orderId: string | null
}

export type KnownOrder = {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly state: OrderState
  readonly regulationId: string | null
  /** What this order ended, prolonged, suspended or resumed: its revocation puts that back. */
  readonly endings: number
}

export type KnownSuspension = Period & { readonly siteId: string }

/** A case of a site that an order is to decide. */
export type KnownCase = {
  readonly id: string
  readonly siteId: string
  readonly kind: CaseKind
  readonly state: CaseState
  readonly orderId: string | null
  readonly isProposed: boolean
}

/** A line of a plan in force that nobody has reported on. */
export type AwaitedLine = {
  readonly siteId: string
  readonly activity: string
  readonly startsOn: Day | null
}

/** Years whose report a site has handed in. */
export type HandedIn = { readonly siteId: string; readonly academicYear: number }

/** An application that an order is to decide, that the order behind it has decided, or that its submission proposes. */
export type KnownApplication = {
  readonly id: string
  /** Null: it has never been sent. */
  readonly number: number | null
  readonly state: ApplicationState
  readonly regulationId: string
  /** Organisations that take part, the lead one first, and their names. */
  readonly organisationIds: readonly string[]
  readonly organisations: string
  readonly decidedByOrderId: string | null
  readonly decidedBy: string | null
  readonly callId: string | null
  /** How many statuses its call announces, and how many have been given. */
  readonly places: number | null
  readonly granted: number
  /** Whether the submission behind this very order proposes it. */
  readonly inSubmission: boolean
}

/** A contract of a site that is in force. */
export type KnownContract = { readonly siteId: string; readonly number: string; readonly endsOn: Day }

/** What the effects of an order name. */
export type Named = {
  readonly organisations: readonly string[]
  readonly people: readonly string[]
  readonly sites: readonly string[]
  readonly appointments: readonly string[]
  readonly regulations: readonly string[]
  readonly orders: readonly string[]
}

/** What the registers say before an order is signed: everything its effects are checked against and described by. */
export type Registers = {
  readonly orderId: string
  readonly actKind: ActKind
  readonly issuer: { readonly isAuthority: boolean; readonly isOperator: boolean }
  /** The day of signing, and the day from which the order has effect. */
  readonly day: Day
  readonly effectiveOn: Day
  /** The moment it is asked, and the territory's clock. */
  readonly now: Instant
  readonly timeZone: string
  readonly inForce: KnownRegulation | null
  /** The regulation this order is judged by: the one it approves itself, else the one in force. */
  readonly judgedBy: KnownRegulation | null
  readonly regulations: ReadonlyMap<string, KnownRegulation>
  readonly organisations: ReadonlyMap<string, KnownOrganisation>
  readonly people: ReadonlyMap<string, KnownPerson>
  readonly sites: ReadonlyMap<string, KnownSite>
  readonly appointments: ReadonlyMap<string, KnownAppointment>
  readonly attachments: readonly KnownAttachment[]
  readonly suspensions: readonly KnownSuspension[]
  readonly cases: ReadonlyMap<string, KnownCase>
  readonly awaited: readonly AwaitedLine[]
  readonly handedIn: readonly HandedIn[]
  readonly contracts: readonly KnownContract[]
  readonly applications: ReadonlyMap<string, KnownApplication>
  readonly orders: ReadonlyMap<string, KnownOrder>
  readonly calls: ReadonlyMap<string, KnownCall>
  /** Who hears of the calls this order opens, by the call. */
  readonly listeners: ReadonlyMap<string, readonly Listener[]>
  readonly effects: readonly PlacedEffect[]
}

const onDay = (day: Day) => (row: { startsOn: Day; endsOn: Day | null }) => contains({ from: row.startsOn, to: row.endsOn }, day)

/** What the regulation asks about a head, as of a day. */
export function candidateOn(
  person: KnownPerson,
  day: Day,
  site: { organisationIds: readonly string[]; direction: string | null },
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

/** The name of an organisation, a person or a site; what is unknown is said to be so. */
export const organisationName = (registers: Registers, id: string): string =>
  registers.organisations.get(id)?.name ?? 'неизвестная организация'
/** What papers call it. */
export const documentName = (registers: Registers, id: string): string =>
  registers.organisations.get(id)?.documentName ?? 'неизвестная организация'
export const personName = (registers: Registers, id: string): string => registers.people.get(id)?.name ?? 'неизвестный человек'
export const siteName = (registers: Registers, id: string): string => registers.sites.get(id)?.name ?? 'неизвестная площадка'
