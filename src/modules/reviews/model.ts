import type { ApplicationId, CallId, Day, FileId, Instant, OrganisationId, PersonId, ReviewId } from '../../kernel/types.ts'
import type { Row } from '../../kit/row.ts'
import type { ApplicationState } from '../applications/machine.ts'

export type ReviewState = 'assigned' | 'accepted' | 'sent' | 'declined' | 'replaced' | 'closed'
export type ReviewAction = 'save' | 'declare' | 'decline' | 'send' | 'enterPaper' | 'replace' | 'close'

export const recommendations = ['support', 'supportWithRemarks', 'reject'] as const
export type Recommendation = (typeof recommendations)[number]

/** What an expert gave for one criterion. Null points: not chosen yet. */
export type Score = { readonly code: string; readonly points: number | null; readonly comment: string }

/** What an expert writes: nothing of it has to be complete before it is sent. */
export type ReviewText = {
  readonly scores: readonly Score[]
  readonly conclusion: string
  readonly recommendation: Recommendation | null
}

/** One expert's review of one round of an application. */
export type Review = {
  readonly id: ReviewId
  readonly applicationId: ApplicationId
  readonly round: number
  readonly expertId: PersonId
  readonly state: ReviewState
  readonly isExtra: boolean
  readonly dueOn: Day
  readonly assignedAt: Instant
  readonly declaredAt: Instant | null
  readonly declaration: string | null
  readonly declineReason: string | null
  readonly conclusion: string
  readonly recommendation: Recommendation | null
  readonly total: number | null
  readonly sentAt: Instant | null
  readonly enteredBy: PersonId | null
  readonly paperFileId: FileId | null
  readonly paperOn: Day | null
  readonly replaceReason: string | null
  readonly closeReason: string | null
  readonly editVersion: number
}

/** A person of the pool of experts. An empty list of directions means any. */
export type Expert = {
  readonly id: string
  readonly personId: PersonId
  readonly name: string
  readonly employer: string
  readonly employerOrganisationId: OrganisationId | null
  readonly directions: readonly string[]
  readonly startsOn: Day
  readonly endsOn: Day | null
  /** Reviews to be written now, and all that were ever assigned and not taken away. */
  readonly openReviews: number
  readonly allReviews: number
}

/** What the figures of an application's reviews come to. Totals are percents of the longest scale; the spread is in percentage points. */
export type Figures = {
  readonly sent: number
  readonly median: number | null
  readonly mean: number | null
  readonly spread: number | null
  readonly recommendations: Readonly<Record<Recommendation, number>>
}

/** One review as the office sees it in the summary. */
export type SummaryReview = {
  readonly id: ReviewId
  readonly expertId: PersonId
  readonly expert: string
  readonly state: ReviewState
  readonly isExtra: boolean
  readonly dueOn: Day
  readonly total: number | null
  readonly recommendation: Recommendation | null
  readonly fromPaper: boolean
}

/** One application of a call with what its experts came to. Only reviews of the round in hand that were not taken away. */
export type SummaryRow = {
  readonly applicationId: ApplicationId
  readonly number: number
  readonly round: number
  readonly theme: string
  readonly direction: string | null
  readonly organisations: string
  readonly state: ApplicationState
  readonly reviews: readonly SummaryReview[]
  readonly figures: Figures
  /** The totals lie further apart than the call allows. */
  readonly wide: boolean
  /** So far apart that one more expert has to be called, and none has been. */
  readonly needsExtra: boolean
}

/** The summary of a whole call: what a meeting decides by and what the operator's submission is made of. */
export type CallSummary = {
  readonly callId: CallId
  readonly title: string
  readonly needed: number
  readonly spreadLimit: number
  readonly rows: readonly SummaryRow[]
}

/** What was said about one application at a meeting. */
export type ProtocolDecision = { readonly applicationId: ApplicationId; readonly words: string }

export type Protocol = Row<'reviewProtocols', 'draft' | 'signed'>

/** A person of a meeting as they were called that day. */
export type ProtocolPerson = { readonly name: string; readonly post: string }

/** The protocol as it was signed: figures and names of that day, never changed after. */
export type ProtocolSnapshot = {
  readonly callTitle: string
  readonly number: number
  readonly heldOn: Day
  readonly place: string | null
  readonly operator: string
  readonly chair: ProtocolPerson
  readonly secretary: ProtocolPerson
  readonly members: readonly ProtocolPerson[]
  readonly note: string
  readonly rows: readonly ProtocolRow[]
}

export type ProtocolRow = {
  readonly applicationId: ApplicationId
  readonly number: number
  readonly organisations: string
  readonly theme: string
  readonly totals: readonly number[]
  readonly figures: Figures
  readonly words: string
}
