import type { ApplicationId, CallId, Day, OrderId, OrganisationId, PersonId, RegulationId } from '../../kernel/types.ts'
import type { OrganisationKind } from '../../regulation/dictionary.ts'
import type { ApplicationState } from '../applications/machine.ts'
import type { ScoreVerdict } from '../reviews/score-rules.ts'

/** What becomes of an application: proposed by the operator, then chosen by the authority. */
export const verdicts = ['include', 'exclude'] as const
export type Verdict = (typeof verdicts)[number]

/** A place in the ranked list: what the operator proposes, and what the authority has chosen so far. */
export type Item = {
  readonly applicationId: ApplicationId
  readonly proposal: Verdict
  readonly proposalReason: string
  readonly decision: Verdict | null
  readonly decisionReason: string
}

/** What a person has written about an application; «later» leaves it out of this list. */
export type Written = {
  readonly applicationId: ApplicationId
  readonly verdict: Verdict | 'later' | null
  readonly reason: string
}

/** An application as whoever decides needs it: parties as they were submitted, wishes, and the figures of its reviews. */
export type Candidate = {
  readonly id: ApplicationId
  readonly callId: CallId | null
  readonly regulationId: RegulationId
  readonly number: number
  readonly state: ApplicationState
  readonly theme: string
  readonly direction: string | null
  readonly wantedFrom: Day | null
  readonly wantedTo: Day | null
  readonly headPersonId: PersonId | null
  readonly protocolNumber: string | null
  readonly protocolOn: Day | null
  /** The lead organisation stands first. */
  readonly organisations: readonly {
    readonly id: OrganisationId
    readonly shortName: string
    readonly documentName: string
    readonly kind: OrganisationKind
  }[]
  /** An unsigned order that already decides it. */
  readonly draftOrderId: OrderId | null
}

/** What the experts came to about one application. */
export type Assessment = {
  readonly sent: number
  readonly median: number | null
  readonly mean: number | null
  readonly support: number
  readonly reject: number
  /** The result by the paper and whether it passes; null where the paper sets none. */
  readonly score: ScoreVerdict | null
}

/** One application of the list with all that is known of it. */
export type Place = Item & { readonly candidate: Candidate; readonly assessment: Assessment | null }
