import type { ProcedureKind } from '../../regulation/work/steps.ts'
import { paths } from '../../web/paths.ts'

/** The page of the thing. */
export function hrefOf(kind: ProcedureKind, to: { readonly territory: string }, caseId: string): string {
  if (kind === 'plan') return paths.plan({ ...to, plan: caseId })
  return kind === 'programme' ? paths.programme({ ...to, programme: caseId }) : paths.report({ ...to, report: caseId })
}
