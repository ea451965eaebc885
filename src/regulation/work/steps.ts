import type { Step } from '../procedure.ts'
import type { Regulation } from '../schema.ts'

/** What goes through a procedure of the regulation. */
export type ProcedureKind = 'plan' | 'programme' | 'report'

/** The way a thing takes, step by step; none where the paper has no such procedure. A report is one of those the paper asks for. */
export function stepsOf(regulation: Regulation, kind: ProcedureKind, report: string | null = null): readonly Step[] {
  if (kind === 'plan') return regulation.plan.chain
  if (kind === 'programme') return regulation.programmeAgreement?.chain ?? []
  return regulation.report?.kinds.find(({ code }) => code === report)?.chain ?? []
}
