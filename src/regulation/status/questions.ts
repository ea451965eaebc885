import { lastDayOfMonths, longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type Answer, no, silent, type Verdict } from '../answer.ts'
import { type Basis, basisOf } from '../cite.ts'
import type { StatusStep } from '../kinds.ts'
import { paperWord } from '../paper/questions.ts'
import { bodiesOf, bodyName } from '../parties/questions.ts'
import { role } from '../people/questions.ts'
import { whyAbsent } from '../provisions/questions.ts'
import type { Regulation } from '../schema.ts'

export {
  checkExtension,
  checkTerm,
  hasFixedTerm,
  lastDayOfExtension,
  lastDayOfStatus,
  termBasis,
} from './terms.ts'

/** Where the regulation says how a status is given. */
export const grantingBasis = (regulation: Regulation): Basis => basisOf(regulation, regulation.status.clause)

/** The columns of the list of sites that an act approves; null where there is no such list. */
export const listColumns = ({ siteList }: Regulation): readonly string[] | null => siteList?.columns ?? null

/** Whether a site and the operator conclude a contract here, and where the regulation says so. */
export function asksContract(regulation: Regulation): Answer<boolean> {
  const { contract } = regulation
  return contract === null ? silent(false) : { value: true, basis: basisOf(regulation, contract.clause) }
}

/** Who gives the status and by which act. */
export function whoGrants(regulation: Regulation): Answer<{ by: string; act: string; name: string }> {
  const { grantedBy, act, clause } = regulation.status
  return { value: { by: grantedBy, act, name: bodyName(regulation, grantedBy) }, basis: basisOf(regulation, clause) }
}

/** Who signs a change of a status beside the body that grants, each by its clause, in the order of the paper; a paper that says which body ends it names that one alone. */
export const signersBeside = (regulation: Regulation, change: StatusChange | 'grant'): readonly Answer<string>[] =>
  change === 'termination' && isBody(regulation, regulation.termination?.decidedBy)
    ? []
    : regulation.status.together.map(({ by, clause }) => ({ value: by, basis: basisOf(regulation, clause) }))

/** «Статус присваивает Комитет», or all who sign it together, and where the regulation says so. */
export function grantingWords(regulation: Regulation): Answer<string> {
  const { value, basis } = whoGrants(regulation)
  const names = [value.name, ...signersBeside(regulation, 'grant').map((one) => bodyName(regulation, one.value))]
  const verb = names.length > 1 ? 'присваивают вместе' : 'присваивает'
  return { value: `Статус ${verb} ${names.join(', ')}`, basis }
}

/** On which grounds a status may be ended before its term. Null: the regulation names none. */
export function terminationGrounds(regulation: Regulation): Answer<NonNullable<Regulation['termination']>['grounds'] | null> {
  const { termination } = regulation
  return termination === null ? silent(null) : { value: termination.grounds, basis: basisOf(regulation, termination.clause) }
}

/** A ground in the words of the regulation; one of an order's own stays as it was written. */
export const groundText = (regulation: Regulation, ground: string | null): string | null =>
  regulation.termination?.grounds.find(({ code }) => code === ground)?.text ?? ground

/** Whether a status here is ended only on a submission of the operator to whoever ends it. */
export function terminationNeedsSubmission(regulation: Regulation): Answer<boolean> {
  const { termination } = regulation
  if (termination === null) return silent(false)
  const value = termination.onSubmissionOfOperator && isOtherBody(regulation, termination.decidedBy)
  return { value, basis: basisOf(regulation, termination.clause) }
}

/** A body to which the operator may write. */
const isOtherBody = (regulation: Regulation, code: string): boolean => code !== 'operator' && isBody(regulation, code)

const isBody = (regulation: Regulation, code: string | undefined): boolean =>
  bodiesOf(regulation).some((one) => one.code === code)

/** Which body ends a status; the regulation that is silent, or leaves it to somebody who signs nothing, leaves the act to the one that gives it. */
export function whoTerminates(regulation: Regulation): Answer<string> {
  const { termination, status } = regulation
  if (termination === null) return silent(status.grantedBy)
  const value = isBody(regulation, termination.decidedBy) ? termination.decidedBy : status.grantedBy
  return { value, basis: basisOf(regulation, termination.clause) }
}

/** Which body gives a role by its order; a role that no body gives is left to the one that gives the status. */
export function whoAppoints(regulation: Regulation, code: string): Answer<string> {
  const { value, basis } = role(regulation, code)
  return { value: value && isBody(regulation, value.appointedBy) ? value.appointedBy : regulation.status.grantedBy, basis }
}

/** What may be decided about a status that there is. */
export type StatusChange = 'extension' | 'suspension' | 'resumption' | 'termination' | 'question'

/** The clause a change of a status rests on; null where the regulation is silent, and then no clause is named. */
export function changeBasis(regulation: Regulation, change: StatusChange): Basis | null {
  const asked = regulation.consequences?.list.find(({ follows }) => follows === 'question') ?? null
  // A status without an end is confirmed by the rule of its term, where none of extension stands beside it.
  const confirmed = change === 'extension' && regulation.term?.kind === 'yearly' ? regulation.term : null
  const own = change === 'question' ? asked : regulation[change === 'resumption' ? 'suspension' : change]
  const rule = own ?? confirmed
  return rule && basisOf(regulation, rule.clause)
}

/** Who decides a change of a status, by which clause; the regulation that is silent leaves it to the one that gives the status. */
export function whoChanges(regulation: Regulation, change: StatusChange): Answer<string> {
  if (change === 'termination') return whoTerminates(regulation)
  return { value: regulation.status.grantedBy, basis: changeBasis(regulation, change) }
}

/** Whether the operator writes to whoever decides the change: only where the regulation knows submissions and another decides. */
export function changedOnSubmission(regulation: Regulation, change: StatusChange): boolean {
  const { termination, status } = regulation
  if (change === 'question') return false
  const onSubmission = (change === 'termination' ? termination : status)?.onSubmissionOfOperator
  return onSubmission === true && isOtherBody(regulation, whoChanges(regulation, change).value)
}

/** Whether a status may be suspended in these days; of what the regulation is silent, the center's own setting decides. */
export function maySuspend(regulation: Regulation, { from, to }: { from: Day; to: Day | null }, whereSilent: boolean): Verdict {
  const { suspension } = regulation
  if (suspension === null) {
    const { reason, basis } = whyAbsent(regulation, 'suspension')
    if (basis !== null) return no(reason, basis)
    return whereSilent
      ? { ok: true, basis }
      : no(`${paperWord(regulation)} об этом молчит, а настройка центра этого не допускает`, basis)
  }
  const basis = basisOf(regulation, suspension.clause)
  const last = suspension.months === null ? null : lastDayOfMonths(from, suspension.months)
  if (last === null || (to !== null && to <= last)) return { ok: true, basis }
  return no(`Деятельность приостанавливают не дольше чем по ${longDate(last)}: назовите последний день`, basis)
}

/** Whether days of suspension are added to the term, and where the regulation says so. */
export const suspensionStopsTerm = (regulation: Regulation): Answer<boolean> => ({
  value: regulation.suspension?.stopsTerm === true,
  basis: changeBasis(regulation, 'suspension'),
})

/** Whether schools may be attached to a site by an order. */
export function attaches(regulation: Regulation): Answer<boolean> {
  const { attachments } = regulation
  return attachments === null ? silent(false) : { value: true, basis: basisOf(regulation, attachments.clause) }
}

/** Whether this step stands on the way to a status here. */
export const hasStep = (regulation: Regulation, step: StatusStep): boolean => regulation.status.steps.includes(step)

/** Whether organisations here come to a status by applying for it, and where the regulation says so. */
export function takesApplications(regulation: Regulation): Answer<boolean> {
  if (!hasStep(regulation, 'application')) return { value: false, basis: null }
  const clause = regulation.application?.clause ?? regulation.initiators?.clause ?? regulation.status.clause
  return { value: true, basis: basisOf(regulation, clause) }
}

/** Whether the operator proposes to whoever decides, and where the regulation says so. */
export const onSubmission = (regulation: Regulation): Answer<boolean> => ({
  value: regulation.status.onSubmissionOfOperator,
  basis: basisOf(regulation, regulation.status.clause),
})
