import type { Territory } from '../../../authz/ctx.ts'
import type { Day } from '../../../kernel/types.ts'
import type { FormState } from '../../../ui/fields.ts'
import type { Line, PlanVersion } from '../model.ts'
import type { PlanSheet } from '../sheet.ts'
import type { Candidate } from '../store.ts'

/** What the page of the table is made from. */
export type EditPageProps = {
  territory: Pick<Territory, 'code'>
  today: Day
  sheet: PlanSheet
  version: PlanVersion
  candidates: readonly Candidate[]
  /** The table as typed, or as stored when the page is opened. */
  form: FormState
  /** Who saved meanwhile: the person's text is kept and the other's table is shown. */
  conflict: { readonly person: string } | null
  /** The lines of the version in force, to mark what differs from it. */
  inForce: ReadonlyMap<string, Line>
  maySubmit: boolean
}
