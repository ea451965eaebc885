import type { ThingRequest } from '../../../kit/thing.ts'
import type { OpenCase } from '../case.ts'
import type { MismatchRow } from '../mismatch-rules.ts'
import type { CaseEvidence } from '../model.ts'
import type { CaseFact } from '../sheet-queries.ts'

/** Everything the page of a case is made from. */
export type CasePageProps = {
  readonly opened: OpenCase
  readonly request: ThingRequest
  readonly nameOf: (id: string) => string
  readonly evidence: readonly CaseEvidence[]
  readonly mismatch: readonly { academicYear: number; rows: readonly MismatchRow[] }[]
  readonly facts: readonly CaseFact[]
  readonly heirName: string | null
}
