import { academicYearName, lastDayOfMonths, longDate } from '../kernel/dates.ts'
import { counted } from '../kernel/plural.ts'
import type { Day } from '../kernel/types.ts'
import { type Basis, basisOf } from './cite.ts'
import type { AppointmentKind, OrganisationKind, PlanColumn, Published } from './kinds.ts'
import { organisationKindName } from './kinds.ts'
import type { Regulation, RegulationRole } from './schema.ts'
import type { WordForm } from './words.ts'

/** What the regulation answers and where it says so; `basis: null` means that it is silent. */
export type Answer<T> = { readonly value: T; readonly basis: Basis | null }
/** Yes, or a no with its reason in words and the clause that forbids. */
export type Verdict =
  | { readonly ok: true; readonly basis: Basis | null }
  | { readonly ok: false; readonly reason: string; readonly basis: Basis }

const silent = <T>(value: T): Answer<T> => ({ value, basis: null })
const no = (reason: string, basis: Basis): Verdict => ({ ok: false, reason, basis })

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

/** Who gives the status and by which act. */
export function whoGrants(regulation: Regulation): Answer<{ by: 'authority' | 'operator'; act: string; name: string }> {
  const { grantedBy, act, clause } = regulation.status
  return { value: { by: grantedBy, act, name: regulation.bodies[grantedBy].name }, basis: basisOf(regulation, clause) }
}

/** Whether an organisation of this kind may become a site. (C-13) */
export function mayHost(regulation: Regulation, kind: OrganisationKind): Verdict {
  const { kinds, clause } = regulation.hostKinds
  const basis = basisOf(regulation, clause)
  if (kinds.includes(kind)) return { ok: true, basis }
  return no(
    `Площадкой может стать: ${kinds.map((one) => organisationKindName[one]).join(', ')}. Здесь — ${organisationKindName[kind]}.`,
    basis,
  )
}

/** Whether so many organisations may make one site together. (R-41) */
export function mayShareSite(regulation: Regulation, organisations: number): Verdict {
  const { joint, hostKinds } = regulation
  if (organisations <= 1) return { ok: true, basis: null }
  if (joint !== null) return { ok: true, basis: basisOf(regulation, joint.clause) }
  return no('Положение не предусматривает одну площадку на несколько организаций.', basisOf(regulation, hostKinds.clause))
}

/** Whether the head of a site of several organisations has to be chosen by them together, with a protocol. */
export function headChosenTogether(regulation: Regulation, organisations: number): Answer<boolean> {
  const { joint } = regulation
  if (joint === null || organisations <= 1) return silent(false)
  return { value: joint.headChosenCollegially, basis: basisOf(regulation, joint.clause) }
}

/** What still keeps an organisation from applying: base criteria unmet, and how many further ones are missing. */
export function missingEligibility(
  regulation: Regulation,
  met: ReadonlySet<string>,
): Answer<{ base: readonly string[]; further: number }> {
  const { eligibility } = regulation
  if (eligibility === null) return silent({ base: [], further: 0 })
  const base = eligibility.all.filter((criterion) => !met.has(criterion.code)).map((criterion) => criterion.text)
  const { atLeast } = eligibility
  const further =
    atLeast === null ? 0 : Math.max(0, atLeast.count - atLeast.of.filter((criterion) => met.has(criterion.code)).length)
  return { value: { base, further }, basis: basisOf(regulation, eligibility.clause) }
}

/** The day the annual report of an academic year (its first calendar year) is due. Null: the regulation sets no day. (C-43) */
export function reportDue(regulation: Regulation, academicYear: number): Answer<Day | null> {
  const { report } = regulation
  if (report === null) return silent(null)
  const basis = basisOf(regulation, report.clause)
  if (report.due === null) return { value: null, basis }
  // September–December of the due date belong to the first calendar year of the academic year.
  const year = report.due >= '09-01' ? academicYear : academicYear + 1
  return { value: `${year}-${report.due}`, basis }
}

/** «Отчёт за 2021/22 учебный год — до 15 июня 2022 г.» or the same without a day. */
export function reportTitle(regulation: Regulation, academicYear: number): string {
  const due = reportDue(regulation, academicYear).value
  return `Отчёт за ${academicYearName(academicYear)} учебный год${due === null ? '' : ` — до ${longDate(due)}`}`
}

/** How many days before the deadline reminders are sent, most first. */
export function reminderDays(regulation: Regulation): Answer<readonly number[]> {
  const { report } = regulation
  if (report === null) return silent([])
  return { value: [...report.reminders].sort((a, b) => b - a), basis: basisOf(regulation, report.clause) }
}

export type ReportParties = { to: 'authority' | 'operator' | 'coordinator'; acceptedBy: 'authority' | 'operator' | 'coordinator' }

/** To whom the report goes and who accepts it. Null: the regulation asks for no report. */
export function reportParties(regulation: Regulation): Answer<ReportParties | null> {
  const { report } = regulation
  if (report === null) return silent(null)
  return { value: { to: report.to, acceptedBy: report.acceptedBy }, basis: basisOf(regulation, report.clause) }
}

/** The criteria the head writes conclusions by, each with its clause. (C-61a) */
export function reportCriteria(regulation: Regulation): readonly { code: string; title: string; basis: Basis }[] {
  return (regulation.report?.criteria ?? []).map(({ code, title, clause }) => ({
    code,
    title,
    basis: basisOf(regulation, clause),
  }))
}

/** The columns of the plan in their order, with the official captions. (R-A3) */
export function planColumns(regulation: Regulation): Answer<readonly { code: PlanColumn; caption: string }[]> {
  return { value: regulation.plan.columns, basis: basisOf(regulation, regulation.plan.clause) }
}

/** The role as the regulation knows it. Null: this territory has no such role. */
export function role(regulation: Regulation, kind: AppointmentKind): Answer<RegulationRole | null> {
  const found = regulation.roles[kind]
  return found === undefined ? silent(null) : { value: found, basis: basisOf(regulation, found.clause) }
}

/** The territory's own word for a role in the form asked for. Null: no such role here. */
export function label(regulation: Regulation, kind: AppointmentKind, form: WordForm = 'nominative'): string | null {
  return regulation.roles[kind]?.words[form] ?? null
}

/** A form of work of the catalogue by its code. (L-31) */
export function formOfWork(
  regulation: Regulation,
  code: string,
): Answer<{ code: string; label: string; remote: boolean } | null> {
  const found = regulation.forms.catalogue.find((form) => form.code === code)
  return found === undefined ? silent(null) : { value: found, basis: basisOf(regulation, found.clause) }
}

/** On which grounds a status may be ended before its term. Null: the regulation names none. */
export function terminationGrounds(regulation: Regulation): Answer<NonNullable<Regulation['termination']>['grounds'] | null> {
  const { termination } = regulation
  return termination === null ? silent(null) : { value: termination.grounds, basis: basisOf(regulation, termination.clause) }
}

/** Whether a status here is ended only on a submission of the operator to whoever ends it. (R-35) */
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

/** Whether this is shown to everybody, and where the regulation says so. */
export function publishes(regulation: Regulation, what: Published): Answer<boolean> {
  const found = regulation.publication?.things.find((thing) => thing.what === what)
  return found === undefined ? silent(false) : { value: true, basis: basisOf(regulation, found.clause) }
}

/** Whether schools may be attached to a site by an order. */
export function attaches(regulation: Regulation): Answer<boolean> {
  const { attachments } = regulation
  return attachments === null ? silent(false) : { value: true, basis: basisOf(regulation, attachments.clause) }
}
