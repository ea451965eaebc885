import type { Day, FileId, Instant, PersonId } from '../../kernel/types.ts'
import type { CaseKind, CaseState } from './machine.ts'

export type Proposer = 'operator' | 'organisation' | 'authority'
export type PlanFate = 'cancelRest' | 'keep'

/** What rules ask of a case. */
export type StatusCase = {
  readonly kind: CaseKind
  readonly state: CaseState
  readonly explanationDueOn: Day | null
  readonly submittedAt: Instant | null
}

export type Side = 'accusing' | 'explaining'

/** What speaks for or against: a file, a link, or a fact of the registers in words. */
export type CaseEvidence = {
  readonly id: string
  readonly side: Side
  readonly kind: 'file' | 'link' | 'register'
  readonly text: string
  readonly link: string | null
  readonly file: { readonly id: FileId; readonly name: string; readonly size: number } | null
  readonly addedBy: PersonId
  readonly addedAt: Instant
}
