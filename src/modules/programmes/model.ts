import type { ApplicationId, Instant, PersonId, ProgrammeId, ProgrammeVersionId, SiteId } from '../../kernel/types.ts'
import type { OwnValues } from '../../regulation/fields.ts'
import type { ProgrammePart } from '../../regulation/kinds.ts'
import type { Level } from './level-rules.ts'

/** A line of a list somebody writes: it keeps its id through edits and versions, so that two versions can be compared line by line. */
export type Line = { readonly id: string; readonly text: string }

/** One session of a topic. `form` is a code of the regulation's catalogue of forms; `remote` says that it is held at a distance. */
export type Session = {
  readonly id: string
  readonly form: string
  readonly title: string
  /** Academic hours, halves allowed. */
  readonly hours: number
  readonly remote: boolean
}

/** A try-out (стажёрская проба): what the trainee does and hands in. (R-A2p) */
export type TryOut = {
  readonly id: string
  readonly title: string
  readonly assignment: string
  readonly hours: number
}

export type Topic = {
  readonly id: string
  readonly title: string
  /** Hours of the topic as declared; null: the sum of its sessions and try-outs. */
  readonly declaredHours: number | null
  readonly objectives: { readonly teach: readonly Line[]; readonly form: readonly Line[]; readonly develop: readonly Line[] }
  readonly sessions: readonly Session[]
  readonly tryOuts: readonly TryOut[]
  readonly results: readonly Line[]
}

export type AssessmentCriterion = { readonly id: string; readonly text: string; readonly indicator: string }
export type Assessment = {
  readonly criteria: readonly AssessmentCriterion[]
  readonly procedure: string
  readonly tools: string
}

/** What a trainee has to have done before a paper says that the programme is mastered. (X-T1) */
export type Completion = {
  /** Academic hours at least. */
  readonly hours: number | null
  /** Per cent of the hours of the programme at least. */
  readonly share: number | null
  /** Ids of sessions, and of try-outs that nobody assesses, that have to have been held. */
  readonly sessions: readonly string[]
  /** Ids of try-outs that have to have been assessed, each criterion on this level or above. */
  readonly tryOuts: readonly string[]
  readonly level: Level
  /** Whoever leads has measured the trainee at the end. */
  readonly exit: boolean
}

/** The content of one version of a programme: the structure of appendix 2 of the regional regulation. (R-A2, R-A2p, R-A2c) */
export type ProgrammeContent = {
  readonly note: {
    readonly relevance: string
    readonly aim: string
    readonly tasks: readonly Line[]
    readonly contingent: readonly Line[]
    readonly directions: readonly Line[]
  }
  readonly topics: readonly Topic[]
  readonly resources: {
    readonly people: readonly Line[]
    readonly material: readonly Line[]
    readonly teaching: readonly Line[]
  }
  readonly assessment: { readonly external: Assessment; readonly self: Assessment }
  /** Sections of the paper's own, by their codes. */
  readonly own?: OwnValues
  /** Versions written before this was asked say nothing of it. */
  readonly completion?: Completion
}
/** A part as it is written: one that the system knows, the sections of the paper's own together, or what a paper about it is given for. */
export type Part = ProgrammePart | 'own' | 'completion'

export type ProgrammeState = 'draft' | 'fixed'
export type ProgrammeAction = 'change' | 'fix' | 'agree' | 'renew' | 'drop'

/** One version: a draft is written, a fixed one never changes. */
export type ProgrammeVersion = {
  readonly id: ProgrammeVersionId
  readonly number: number
  readonly state: ProgrammeState
  readonly reason: string | null
  readonly createdBy: PersonId
  readonly createdAt: Instant
  readonly fixedAt: Instant | null
  readonly editVersion: number
}

/** A programme of an application, of a site, or of both once the status has been granted. */
export type Programme = {
  readonly id: ProgrammeId
  readonly applicationId: ApplicationId | null
  readonly siteId: SiteId | null
  readonly title: string
  readonly originProgrammeId: ProgrammeId | null
}

const nothing: Assessment = { criteria: [], procedure: '', tools: '' }

/** A programme nobody has written a word of. */
export const emptyContent: ProgrammeContent = {
  note: { relevance: '', aim: '', tasks: [], contingent: [], directions: [] },
  topics: [],
  resources: { people: [], material: [], teaching: [] },
  assessment: { external: nothing, self: nothing },
}
