import type { Day, FileId, Instant, OrganisationId, PersonId } from '../../kernel/types.ts'
import type { Row } from '../../kit/row.ts'
import type { OrganisationKind } from '../../regulation/dictionary.ts'
import type { OwnValues } from '../../regulation/fields.ts'
import type { ProgrammeContent } from '../programmes/model.ts'
import type { ApplicationState } from './machine.ts'

/**
 * An application as it is stored. `round` counts submissions: 0 has never been sent. The name of the adviser: null, not said yet; empty, there
 * is none.
 */
export type Application = Row<'applications', ApplicationState>

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'applications.own': OwnValues
  }
}

export type Participation = 'asked' | 'confirmed' | 'declined'

/** An organisation of an application: what is written of it, and whether its head takes part. (R-A1, R-41) */
export type Participant = ShownOrganisation & {
  readonly kind: OrganisationKind
  readonly state: Participation
  readonly remark: string | null
}

export type VoteChoice = 'for' | 'against' | 'abstained'
/** The vote of an organisation for the head of the common site; it counts for the candidate it names. */
export type Vote = {
  readonly organisationId: OrganisationId
  readonly candidatePersonId: PersonId
  readonly choice: VoteChoice
  readonly votedBy: PersonId
  readonly votedAt: Instant
}

/** The last save of a part that has a version of its own: a section, or the items of one organisation. */
export type PartSave = {
  readonly section: string
  readonly editVersion: number
  readonly savedBy: PersonId
  readonly savedAt: Instant
}

export type ShownOrganisation = {
  readonly id: OrganisationId
  readonly isLead: boolean
  readonly charterName: string
  readonly shortName: string
  readonly legalAddress: string
  readonly phone: string
  readonly fax: string
  readonly email: string
  readonly headName: string
  /** What it does within the common programme. */
  readonly share: string
}

export type ShownEvidence = {
  readonly id: string
  readonly kind: 'file' | 'link' | 'register'
  /** The name of the file, the address, or what the register says. */
  readonly text: string
  readonly fileId: FileId | null
  readonly note: string
}

export type ShownCriterion = {
  readonly code: string
  readonly text: string
  readonly group: 'base' | 'further'
  readonly evidence: readonly ShownEvidence[]
}

export type ShownVote = { readonly organisation: string; readonly choice: VoteChoice; readonly by: string }

export type ShownHead = {
  readonly personId: PersonId
  readonly name: string
  readonly post: string
  readonly category: string | null
  readonly achievements: readonly string[]
  readonly protocol: {
    readonly number: string
    readonly on: Day
    readonly fileId: FileId | null
    readonly fileName: string | null
  } | null
  readonly votes: readonly ShownVote[]
}

/** An item of the form that means nothing to the system, in words. */
export type ShownOwn = {
  readonly code: string
  readonly caption: string
  readonly text: string
  readonly fileId: FileId | null
}

/**
 * An application as people are shown it: what the preview, the expert, the printed form and the comparison of two rounds are made of. It is
 * kept as a snapshot with every submission and never changed after that. (R-A1, R-33)
 */
export type ApplicationView = {
  readonly callTitle: string | null
  readonly initiator: string
  readonly initiatorName: string
  readonly theme: string
  readonly direction: string | null
  readonly wantedFrom: Day | null
  readonly wantedTo: Day | null
  readonly organisations: readonly ShownOrganisation[]
  readonly head: ShownHead | null
  readonly adviser: { readonly name: string; readonly post: string } | null
  /** The paper's own items; none was kept of what had been sent before there were such. */
  readonly own?: readonly ShownOwn[]
  readonly eligibility: readonly ShownCriterion[]
  readonly programme: { readonly id: string; readonly title: string; readonly content: ProgrammeContent } | null
}

/** The number of an application that has been sent; nobody asks for the number of another. */
export function numberOf({ id, number }: Pick<Application, 'id' | 'number'>): number {
  if (number === null) throw new Error(`application ${id} has never been sent`)
  return number
}
