import { lastDayOfMonths, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { type Answer, no, silent, type Verdict } from '../answer.ts'
import { type Basis, basisOf } from '../cite.ts'
import type { StatusStep } from '../kinds.ts'
import type { Regulation } from '../schema.ts'

/** The last day a status granted on `from` may have. Null: the regulation sets no limit. */
export function lastDayOfStatus(regulation: Regulation, from: Day): Answer<Day | null> {
  const { term } = regulation
  if (term === null) return silent(null)
  const value = term.kind === 'fixed' ? term.to : lastDayOfMonths(from, term.months)
  return { value, basis: basisOf(regulation, term.clause) }
}

/** Whether a status may have this term: never longer than the regulation allows, never outside a fixed period. (C-33) */
export function checkTerm(regulation: Regulation, period: { from: Day; to: Day }): Verdict {
  const { term } = regulation
  if (term === null) return { ok: true, basis: null }
  const basis = basisOf(regulation, term.clause)
  if (term.kind === 'fixed') {
    const inside = term.from <= period.from && period.to <= term.to
    return inside
      ? { ok: true, basis }
      : no(`Площадки работают с ${longDate(term.from)} по ${longDate(term.to)}, этот срок выходит за них.`, basis)
  }
  const last = lastDayOfMonths(period.from, term.months)
  if (period.to <= last) return { ok: true, basis }
  return no(`Статус дают на срок до ${termWords(term.months)}: последний возможный день — ${longDate(last)}`, basis)
}

/** «трёх лет», «одного года», «18 месяцев» — a term after «до». */
export function termWords(months: number): string {
  const years = ['', 'одного года', 'двух лет', 'трёх лет'][months / 12]
  return years || counted(months, 'месяца', 'месяцев', 'месяцев')
}

/** Where the regulation says how a status is given. */
export const grantingBasis = (regulation: Regulation): Basis => basisOf(regulation, regulation.status.clause)

/** Where it sets the term; null where it is silent. */
export const termBasis = (regulation: Regulation): Basis | null => regulation.term && basisOf(regulation, regulation.term.clause)

/** Whether every status lasts the same named days, so that none is prolonged. */
export const hasFixedTerm = ({ term }: Regulation): boolean => term?.kind === 'fixed'

/** The columns of the list of sites that an act approves; null where there is no such list. */
export const listColumns = ({ siteList }: Regulation): readonly string[] | null => siteList?.columns ?? null

/** Whether a site and the operator conclude a contract here, and where the regulation says so. */
export function asksContract(regulation: Regulation): Answer<boolean> {
  const { contract } = regulation
  return contract === null ? silent(false) : { value: true, basis: basisOf(regulation, contract.clause) }
}

/** Who gives the status and by which act. */
export function whoGrants(regulation: Regulation): Answer<{ by: 'authority' | 'operator'; act: string; name: string }> {
  const { grantedBy, act, clause } = regulation.status
  return { value: { by: grantedBy, act, name: regulation.bodies[grantedBy].name }, basis: basisOf(regulation, clause) }
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
  const { termination, status } = regulation
  if (termination === null) return silent(false)
  const value = status.onSubmissionOfOperator && termination.decidedBy === 'authority'
  return { value, basis: basisOf(regulation, termination.clause) }
}

/** Which body ends a status; the regulation that is silent leaves it to the one that gives it. */
export function whoTerminates(regulation: Regulation): Answer<'authority' | 'operator'> {
  const { termination, status } = regulation
  if (termination === null || termination.decidedBy === 'organisation')
    return { value: status.grantedBy, basis: basisOf(regulation, status.clause) }
  return { value: termination.decidedBy, basis: basisOf(regulation, termination.clause) }
}

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
