import type { Ctx } from '../../../authz/ctx.ts'
import type { FormState } from '../../../ui/form-state.ts'
import type { MismatchRow } from '../mismatch-rules.ts'
import type { CaseEvidence } from '../model.ts'
import type { CaseFact } from '../sheet-queries.ts'
import type { OpenCase } from '../store.ts'

/** Everything the page of a case is made from. */
export type CasePageProps = OpenCase & {
  ctx: Ctx
  nameOf: (id: string) => string
  evidence: readonly CaseEvidence[]
  mismatch: readonly { academicYear: number; rows: readonly MismatchRow[] }[]
  facts: readonly CaseFact[]
  heirName: string | null
  form: FormState | null
  conflict: boolean
  may: Readonly<Record<'add' | 'decide' | 'propose' | 'explain' | 'sendBack' | 'drop', boolean>>
}
