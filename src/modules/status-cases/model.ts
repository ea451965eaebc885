import type { Day, Instant, OrderId, PersonId, SiteId, StatusCaseId } from '../../kernel/types.ts'
import type { CaseKind, CaseState } from './machine.ts'

export type Proposer = 'operator' | 'organisation' | 'authority'
export type PlanFate = 'cancelRest' | 'keep'

/** What is being decided about the status of a site. Only an order carries it out. */
export type StatusCase = {
  readonly id: StatusCaseId
  readonly siteId: SiteId
  readonly kind: CaseKind
  readonly state: CaseState
  /** A ground of the regulation, or its own words where the regulation names none. */
  readonly ground: string | null
  readonly reason: string
  /** The new last day of an extension; the last day of a status, the first of a suspension or of a resumption. */
  readonly onDay: Day
  readonly startedBy: PersonId
  readonly startedAt: Instant
  readonly proposedBy: Proposer
  readonly explanationDueOn: Day | null
  readonly explanationAskedAt: Instant | null
  readonly explanation: string | null
  readonly explainedBy: PersonId | null
  readonly explainedAt: Instant | null
  readonly submissionNumber: number | null
  readonly submissionYear: number | null
  readonly submissionText: string | null
  readonly submittedBy: PersonId | null
  readonly submittedAt: Instant | null
  /** Why the submission came back. */
  readonly remark: string | null
  readonly attachTo: SiteId | null
  readonly planFate: PlanFate
  readonly orderId: OrderId | null
  readonly closedAt: Instant | null
  readonly dropReason: string | null
  readonly version: number
}

export type Side = 'accusing' | 'explaining'

/** What speaks for or against: a file, a link, or a fact of the registers in words. */
export type CaseEvidence = {
  readonly id: string
  readonly side: Side
  readonly kind: 'file' | 'link' | 'register'
  readonly text: string
  readonly link: string | null
  readonly file: { readonly id: string; readonly name: string; readonly size: number } | null
  readonly addedBy: PersonId
  readonly addedAt: Instant
}
