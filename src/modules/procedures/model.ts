import type { Day, OrganisationId, PersonId, SiteId } from '../../kernel/types.ts'
import { type Decision, placeAfter, type Step } from '../../regulation/procedure.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { type ProcedureKind, stepsOf } from '../../regulation/work/steps.ts'

export type ProcedureState = 'going' | 'passed' | 'returned' | 'withdrawn'

/** What goes through a procedure of the regulation: a version of a plan, a version of a programme, a report. */
export type Subject = {
  readonly kind: ProcedureKind
  readonly subjectId: string
  /** What it is a version of; a report is its own. */
  readonly caseId: string
  /** Which of the reports the paper asks for. */
  readonly report?: string
  /** «план на 2021/22» */
  readonly name: string
  readonly regulation: Regulation
  readonly at: { readonly siteId: SiteId; readonly organisationIds: readonly OrganisationId[] }
}

/** How far it has come. */
export type Stands = {
  readonly subjectId: string
  readonly state: ProcedureState
  readonly step: number
  /** How often it has come to a step. */
  readonly round: number
  readonly arrivedOn: Day
  readonly dueOn: Day | null
  /** Who has said their word at this step, and how many of them yes and no. */
  readonly spoken: readonly PersonId[]
  readonly yes: number
  readonly no: number
}

/** A subject with the way it takes and where on it it stands; null: it was never sent. */
export type Procedure = Subject & { readonly steps: readonly Step[]; readonly stands: Stands | null }

/** What a case has to carry, to be decided about; null where nothing of the kind is decided. */
export type Decided = { readonly procedure: Procedure | null }

/** A subject with what is known of where it stands. */
export const procedureOf = (subject: Subject, all: readonly Stands[]): Procedure => ({
  ...subject,
  steps: stepsOf(subject.regulation, subject.kind, subject.report),
  stands: all.find(({ subjectId }) => subjectId === subject.subjectId) ?? null,
})

/** The step it has come to; null when nobody has to decide about it. */
export const stepNow = (procedure: Pick<Procedure, 'steps' | 'stands'> | null): Step | null =>
  procedure?.stands?.state === 'going' ? (procedure.steps[procedure.stands.step] ?? null) : null

/** What a decision comes to: nothing yet while more voices are awaited, a further step, the end, a return. */
export type Outcome = 'voiced' | 'passed' | 'finished' | 'returned'
export type Heard = { readonly what: Outcome; readonly next: number | null }

/** Where a procedure goes from a step. */
export function heardAt({ steps, stands }: Procedure, decision: Decision | null): Heard {
  if (decision === null || stands === null) return { what: 'voiced', next: null }
  const place = placeAfter(steps, stands.step, decision)
  const next = typeof place === 'number' ? place : null
  return { what: decision === 'returned' ? 'returned' : next === null ? 'finished' : 'passed', next }
}

declare module '../../db/columns.ts' {
  interface WordColumns {
    'procedureVoices.act': Step['act']
  }
}
