import type { ApplicationId, Day, FileId, Instant, PersonId } from '../../../kernel/types.ts'

/** Where a remark stands: a section of the application, or a part or a topic of its programme: `programme.note`, `programme.topic.<id>`. */
export type RemarkSection = string

/** A remark at an item of an application, by which it is revised. */
export type Remark = {
  readonly id: string
  readonly round: number
  readonly section: RemarkSection
  readonly text: string
  readonly madeBy: PersonId
  /** «Снигур Н. А.» */
  readonly madeByName: string
  readonly madeAt: Instant
  readonly settledAt: Instant | null
}

/** What the operator said of one line of the check. */
export type CheckedItem = {
  readonly code: string
  readonly section: RemarkSection
  readonly title: string
  readonly passed: boolean
  readonly remark: string
}

/** A technical check that has been made. */
export type MadeCheck = {
  readonly id: string
  readonly round: number
  readonly outcome: 'passed' | 'returned'
  readonly items: readonly CheckedItem[]
  readonly note: string | null
  readonly checkedByName: string
  readonly checkedAt: Instant
}

export type RequestState = 'asked' | 'answered' | 'withdrawn'

/** «Нужны сведения»: a question beside the course of the case, and its answer. */
export type InformationRequest = {
  readonly id: string
  readonly applicationId: ApplicationId
  readonly question: string
  readonly dueOn: Day | null
  readonly state: RequestState
  readonly askedBy: PersonId
  readonly askedByName: string
  readonly askedAt: Instant
  readonly answer: string | null
  readonly answeredByName: string | null
  readonly answeredAt: Instant | null
  readonly files: readonly { readonly id: FileId; readonly name: string; readonly size: number }[]
}
