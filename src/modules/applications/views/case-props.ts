import type { ComponentChildren } from 'preact'
import type { Territory } from '../../../authz/ctx.ts'
import type { Day } from '../../../kernel/types.ts'
import type { FormState } from '../../../ui/fields.ts'
import type { Call } from '../../calls/model.ts'
import type { CourseStep } from '../course-queries.ts'
import type { Participant } from '../model.ts'
import type { NextStep } from '../next-step.ts'
import type { CaseSide } from '../operator/case-queries.ts'
import type { RemarkPlace } from '../operator/rules.ts'
import type { OpenApplication } from '../queries.ts'
import type { SectionState } from '../rules.ts'

/** Who may write an application beside the heads of its organisations. */
export type Writer = { readonly id: string; readonly name: string; readonly isAuthor: boolean }

/** What the page of an application and its parts are given. */
export type CasePageProps = {
  territory: Pick<Territory, 'code' | 'timeZone'>
  today: Day
  now: Date
  open: OpenApplication
  call: Call | null
  sections: readonly SectionState[]
  next: NextStep | null
  course: readonly CourseStep[]
  side: CaseSide
  places: readonly RemarkPlace[]
  writers: readonly Writer[]
  /** People of the organisations who may be let in. */
  letIn: readonly { readonly value: string; readonly label: string }[]
  /** Organisations the reader heads that have been asked, and those that may vote. */
  toConfirm: readonly Participant[]
  toVote: readonly Participant[]
  may: { readonly edit: boolean; readonly submit: boolean; readonly withdraw: boolean; readonly remove: boolean }
  /** The application as it was sent, to be read while it is in other hands. */
  sheet: ComponentChildren
  form: FormState | null
}
