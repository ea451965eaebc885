import { actNames } from '../../../regulation/acts.ts'
import { terminationNeedsSubmission, whoGrants, whoTerminates } from '../../../regulation/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import type { CaseKind } from '../../status-cases/machine.ts'
import { type Objection, objection } from './handler.ts'
import type { KnownSite, Registers } from './registers.ts'

/** A status keeps the regulation under which it was given. */
export const regulationOf = (site: KnownSite, registers: Registers): Regulation | null =>
  (registers.regulations.get(site.regulationId ?? '') ?? registers.judgedBy)?.regulation ?? null

/** Whoever gives a status prolongs, suspends and resumes it, by the same kind of act. */
export function decidedByGrantor(regulation: Regulation, { issuer, actKind }: Registers): Objection[] {
  const { value, basis } = whoGrants(regulation)
  const isIt = value.by === 'authority' ? issuer.isAuthority : issuer.isOperator
  if (!isIt) return [objection('order.standingDecidedByAnother', { who: value.name }, basis)]
  return value.act === actNames[actKind] ? [] : [objection('order.standingDecidedByAnotherAct', { act: value.act }, basis)]
}

/** Whom the regulation lets end a status; where it is silent, the one that gave it. (R-35, C-71) */
export function endedByWhom(regulation: Regulation, { issuer }: Registers): Objection[] {
  const { value, basis } = whoTerminates(regulation)
  const isIt = value === 'authority' ? issuer.isAuthority : issuer.isOperator
  return isIt ? [] : [objection('order.standingDecidedByAnother', { who: regulation.bodies[value].name }, basis)]
}

type Deciding = { readonly siteId: string; readonly caseId: string | null }

/** The case an effect decides has to be of this site and kind, and this very order has to be its draft. */
export function caseObjections({ siteId, caseId }: Deciding, kind: CaseKind, registers: Registers): Objection[] {
  if (caseId === null) return []
  const found = registers.cases.get(caseId)
  const fits =
    found !== undefined &&
    found.siteId === siteId &&
    found.kind === kind &&
    found.state === 'drafted' &&
    found.orderId === registers.orderId
  return fits ? [] : [objection('order.caseNotOpen')]
}

/** Where the regulation asks for it, a status ends only on a submission of the operator that has been sent. */
export function submissionObjections({ caseId }: Deciding, regulation: Regulation, registers: Registers): Objection[] {
  const needed = terminationNeedsSubmission(regulation)
  if (!needed.value) return []
  const isThere = caseId !== null && registers.cases.get(caseId)?.isProposed === true
  return isThere
    ? []
    : [objection('order.terminationNeedsSubmission', { operator: regulation.bodies.operator.name }, needed.basis)]
}
