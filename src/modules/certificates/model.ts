import type { NameParts } from '../../kernel/names.ts'
import type { Day, EventId, OrganisationId, PersonId, SiteId, TraineeshipId } from '../../kernel/types.ts'

/** What a paper says of its holder: that they took part, or that they have mastered a programme. */
export const sorts = ['participation', 'completion'] as const
export type Sort = (typeof sorts)[number]
/** «Справка» or «сертификат»; an удостоверение is issued only under a licence, and never here. */
export const kinds = ['note', 'certificate'] as const
export type Kind = (typeof kinds)[number]

/** One line of what the hours come from. */
export type PrintedLine = { readonly title: string; readonly day: Day; readonly hours: number }

/** What a paper about a mastered programme says of it. */
export type Mastered = {
  readonly programme: string
  /** The version the trainee learned by, and its hours. */
  readonly version: number
  readonly of: number
  /** Hours by topic, those brought along from another site as one more. */
  readonly topics: readonly { readonly title: string; readonly hours: number }[]
  /** What had to be done for the paper. */
  readonly conditions: readonly string[]
  /** As the regulation calls it, with the holder of the licence where it ran within a licensed programme. */
  readonly format: string | null
  readonly licenceHolder: string | null
  /** Who gives a document of qualification for it; nobody does but the holder of a licence, for a programme long enough. */
  readonly qualifiedBy: string | null
}

/** What all papers of one press share. */
export type Shared = {
  readonly issuerId: OrganisationId
  readonly issuer: string
  /** Whose name stands under the papers, as of the day of the press. */
  readonly signatory: { readonly post: string; readonly name: string }
  /** «стажировочная площадка», in the words of its regulation. */
  readonly siteWord: string
  readonly theme: string
  /** Whether the public page of the site counts them. */
  readonly counted: boolean
}

/** Everything a paper says, but for whose it is: what anybody with the code may read. */
export type PrintedOpenly = Omit<Shared, 'issuerId' | 'counted'> & {
  readonly sort: Sort
  readonly kind: Kind
  readonly number: number
  readonly issuedOn: Day
  readonly from: Day
  readonly to: Day
  readonly hours: number
  readonly lines: readonly PrintedLine[]
  readonly mastered?: Mastered
}
/** A paper as it was issued. Nothing of it is read from the registers again. */
export type Printed = PrintedOpenly & { readonly person: NameParts }

/** Of what papers are asked for: one event, or all events of a site in some days. */
export type Extent = { readonly siteId: SiteId; readonly eventId: EventId | null; readonly startsOn: Day; readonly endsOn: Day }

/** Somebody whose attendance stands on no paper yet. */
export type Ready = {
  readonly personId: PersonId
  readonly organisationId: OrganisationId | null
  readonly lines: readonly (PrintedLine & { readonly eventId: EventId })[]
  readonly hours: number
  readonly from: Day
  readonly to: Day
}

/** Of whom a paper is to be made, and what stands on it. */
export type Worth = Pick<Ready, 'personId' | 'organisationId' | 'hours' | 'from' | 'to'> & {
  readonly lines: readonly PrintedLine[]
  /** The attendance that stands on this paper from here on. */
  readonly events: readonly { readonly eventId: EventId; readonly hours: number }[]
  readonly traineeshipId: TraineeshipId | null
  readonly mastered?: Mastered
}

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'certificate_runs.people': readonly PersonId[]
    'certificate_runs.shared': Shared
    'certificate_runs.traineeships': readonly TraineeshipId[]
    'certificates.printed': Printed
    'published_certificates.printed': PrintedOpenly
  }
}
