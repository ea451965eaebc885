import { daysBetween, longDate, overlaps } from '../../kernel/dates.ts'
import { kindOfPeriod, type NamedPeriod, type PeriodKey, periodName, periodOf, periodsOf } from '../../kernel/periods.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, Period } from '../../kernel/types.ts'
import { ownOf, ownRefused, ownTyped } from '../../regulation/fields.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { termBasis } from '../../regulation/status/questions.ts'
import { reportBasis, reportDivision, reportDue, reportFields, reportParties } from '../../regulation/work/questions.ts'
import type { Conclusions, Criterion, ReportState } from './model.ts'

export const longestConclusion = 5000

/** The last day for the report of a period: the regulation's day, yet never after the end of the status. Null: no day, or the status began later. */
export function dueOn(regulation: Regulation, period: NamedPeriod, term: Period): Day | null {
  const due = reportDue(regulation, period).value
  if (due === null || due < term.from) return null
  // A report on a period that is over is asked for after it, whether the status goes on or not.
  if (period.to !== null && due > period.to) return due
  return term.to !== null && term.to < due ? term.to : due
}

/** Whether a report of the period is asked of a site: its status covers some of it and did not begin after the due day. */
export function isAsked(regulation: Regulation, period: NamedPeriod, term: Period): boolean {
  if (reportBasis(regulation) === null || !overlaps(period, term)) return false
  const due = reportDue(regulation, period).value
  return due === null || term.from <= due
}

/** The periods of a status that have begun by a day, first to last. */
export const periodsBegun = (regulation: Regulation, term: Period, today: Day): NamedPeriod[] =>
  periodsOf(reportDivision(regulation), { from: term.from, to: term.to !== null && term.to < today ? term.to : today }, term)

/** What keeps a site from starting a report of a period: no report asked for, no status in it, the period still ahead. */
export function whyNotStart(regulation: Regulation, key: PeriodKey, term: Period, today: Day): RuleRefusal | null {
  const division = reportDivision(regulation)
  if (reportBasis(regulation) === null) return no('report.notAsked')
  const period = periodOf(key, division, term)
  if (kindOfPeriod(key) !== division.kind || !overlaps(period, term))
    return no('report.siteNotAtWork', { field: 'period', clause: termBasis(regulation)?.clause })
  if (!isAsked(regulation, period, term))
    return no('report.beganAfterDue', { field: 'period', clause: reportBasis(regulation)?.clause })
  if (today < period.from)
    return no('report.periodAhead', { field: 'period', params: { period: periodName(key), from: longDate(period.from) } })
  return null
}

/** How many days a report is or was late; 0 when it is in time or has no due day. */
export function daysLate(due: Day | null, submittedOn: Day | null, today: Day): number {
  return due === null ? 0 : Math.max(0, daysBetween(due, submittedOn ?? today))
}

/** Who accepts the report. Null: the regulation asks for none. */
export const acceptorOf = (regulation: Regulation): string | null => reportParties(regulation).value?.acceptedBy ?? null

/** The criteria by which the head writes conclusions, with the clause of each. */
export const criteriaOf = (regulation: Regulation): readonly Criterion[] =>
  reportFields(regulation).map(({ code, caption, basis }) => ({ code, title: caption, clause: basis.clause, basis: basis.text }))

/** What is wrong with the texts themselves; an incomplete draft is fine. */
export function brokenConclusions(regulation: Regulation, conclusions: Conclusions): RuleRefusal[] {
  const fields = reportFields(regulation)
  const known = new Set(fields.map(({ code }) => code))
  if (Object.keys(conclusions).some((code) => !known.has(code))) return [no('report.unknownCriterion')]
  // A figure that is none is told at its field, whatever else is still to be written.
  return ownRefused(ownTyped(ownOf(fields), conclusions).wrong).map((refusal) => ({
    ...refusal,
    field: refusal.field?.replace(/^own/, 'conclusions'),
  }))
}

type Texts = { readonly conclusions: Conclusions; readonly extra: string | null }

/** Codes of the conclusions that differ from what is stored; `extra` stands for the free text. */
export function changedTexts(stored: Texts, sent: Texts): string[] {
  const codes = new Set([...Object.keys(stored.conclusions), ...Object.keys(sent.conclusions)])
  const changed = [...codes].filter((code) => (stored.conclusions[code] ?? '') !== (sent.conclusions[code] ?? ''))
  return (stored.extra ?? '') === (sent.extra ?? '') ? changed : [...changed, 'extra']
}

/** What a report lacks before it can be handed in: a conclusion by every criterion of the regulation. */
export function missingConclusions(regulation: Regulation, conclusions: Conclusions): RuleRefusal[] {
  return reportFields(regulation)
    .filter(({ code, required }) => required && !conclusions[code]?.trim())
    .map(({ code, caption, basis: { clause } }) =>
      no('report.needsConclusion', { field: `conclusions.${code}`, clause, params: { criterion: caption } }),
    )
}

/** A return says what to mend. */
export const returning = (remark: string | null): RuleRefusal[] =>
  remark?.trim() ? [] : [no('report.returnNeedsRemark', { field: 'remark' })]

/** Nobody decides where the regulation asks for no report. */
export const someoneAccepts = (regulation: Regulation): RuleRefusal[] =>
  acceptorOf(regulation) === null ? [no('report.notAsked')] : []

/** The day counted as handed in after the head takes the report back: once it had been decided about, it was handed in. */
export const dayAfterWithdrawal = (report: { submittedOn: Day | null; decidedOn: Day | null }): Day | null =>
  report.decidedOn === null ? null : report.submittedOn

/** How the report of a site for a period stands. `none`: nobody has started it. */
export type Standing = {
  readonly state: ReportState | 'none'
  readonly due: Day | null
  /** Days late: of what was handed in, or until today. */
  readonly late: number
  /** Past its day and not handed in. */
  readonly overdue: boolean
}

export function standingOf(
  given: { regulation: Regulation; period: NamedPeriod; term: Period; today: Day },
  report: { state: ReportState; submittedOn: Day | null; dueOn: Day | null } | null,
): Standing {
  const handedIn = report?.submittedOn ?? null
  const due = handedIn === null ? dueOn(given.regulation, given.period, given.term) : report!.dueOn
  const late = daysLate(due, handedIn, given.today)
  return { state: report?.state ?? 'none', due, late, overdue: handedIn === null && late > 0 }
}
