import { daysBetween, longDate, overlaps } from '../../kernel/dates.ts'
import {
  kindOfPeriod,
  type NamedPeriod,
  type PeriodKey,
  periodAt,
  periodName,
  periodOf,
  periodsOf,
} from '../../kernel/periods.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, Period } from '../../kernel/types.ts'
import { ownOf, ownRefused, ownTyped } from '../../regulation/fields.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { termBasis } from '../../regulation/status/questions.ts'
import {
  planDivision,
  type ReportKind,
  reportBasis,
  reportDivision,
  reportDue,
  reportFields,
  reportKind,
  reportKinds,
} from '../../regulation/work/questions.ts'
import type { Conclusions, Criterion, ReportState } from './model.ts'

export const longestConclusion = 5000

/** The last day for a report: the regulation's day, yet never after the end of the status. Null: no day, or the status began later. */
export function dueOn(regulation: Regulation, kind: ReportKind | null, period: NamedPeriod, term: Period): Day | null {
  const due = kind && reportDue(regulation, kind, period).value
  if (due === null || due < term.from) return null
  // A report on a period that is over is asked for after it, whether the status goes on or not.
  if (period.to !== null && due > period.to) return due
  return term.to !== null && term.to < due ? term.to : due
}

/** Whether a report is asked of a site: its status covers some of the period and did not begin after the due day. */
export function isAsked(regulation: Regulation, kind: ReportKind, period: NamedPeriod, term: Period): boolean {
  if (!overlaps(period, term)) return false
  const due = reportDue(regulation, kind, period).value
  return due === null || term.from <= due
}

/** The periods of a status that have begun by a day, first to last. */
export const periodsBegun = (regulation: Regulation, kind: ReportKind, term: Period, today: Day): NamedPeriod[] =>
  periodsOf(
    reportDivision(regulation, kind),
    { from: term.from, to: term.to !== null && term.to < today ? term.to : today },
    term,
  )

/** The kinds of reports that are asked for of each period. */
export const periodKindsOf = (regulation: Regulation): readonly ReportKind[] =>
  reportKinds(regulation).filter(({ unit }) => unit !== 'practice')

/** The report on practices, where the paper asks for one. */
export const practiceKind = (regulation: Regulation): ReportKind | null =>
  reportKinds(regulation).find(({ unit }) => unit === 'practice') ?? null

/** What keeps a site from starting a report of a period: no report asked for, no status in it, the period still ahead. */
export function whyNotStart(
  regulation: Regulation,
  { kind: code, period: key }: { readonly kind: string; readonly period: PeriodKey },
  term: Period,
  today: Day,
): RuleRefusal | null {
  const kind = reportKind(regulation, code)
  if (kind === null || kind.unit === 'practice') return no('report.notAsked')
  const period = periodOf(key, reportDivision(regulation, kind), term)
  if (kindOfPeriod(key) !== kind.unit || !overlaps(period, term))
    return no('report.siteNotAtWork', { field: 'period', clause: termBasis(regulation)?.clause })
  if (!isAsked(regulation, kind, period, term))
    return no('report.beganAfterDue', { field: 'period', clause: reportBasis(regulation, kind).clause })
  if (today < period.from)
    return no('report.periodAhead', { field: 'period', params: { period: periodName(key), from: longDate(period.from) } })
  return null
}

/** The days of a practice under the key of the period of plans in which it ended. */
export const practicePeriod = (regulation: Regulation, { from, to }: { from: Day; to: Day }, term: Period): NamedPeriod => ({
  ...{ key: periodAt(planDivision(regulation), to, term).key, from, to },
})

/** What keeps a site from reporting on a practice: the paper asks for no such report, the practice is not over or was never at the site. */
export function whyNotOfPractice(
  regulation: Regulation,
  practice: { readonly from: Day; readonly to: Day },
  term: Period,
  today: Day,
): RuleRefusal | null {
  const kind = practiceKind(regulation)
  if (kind === null) return no('report.notAsked')
  const { clause } = reportBasis(regulation, kind)
  if (practice.to < practice.from) return no('report.practiceReversed', { field: 'to' })
  if (practice.to > today) return no('report.practiceNotOver', { field: 'to', clause, params: { to: longDate(practice.to) } })
  return overlaps(practice, term) ? null : no('report.practiceOutside', { field: 'from', clause: termBasis(regulation)?.clause })
}

/** How many days a report is or was late; 0 when it is in time or has no due day. */
export function daysLate(due: Day | null, submittedOn: Day | null, today: Day): number {
  return due === null ? 0 : Math.max(0, daysBetween(due, submittedOn ?? today))
}

/** The criteria by which the head writes conclusions, with the clause of each. */
export const criteriaOf = (regulation: Regulation, kind: ReportKind | null): readonly Criterion[] =>
  reportFields(regulation, kind).map(({ code, kind: type, caption, required, basis }) => ({
    ...{ code, type, required, title: caption, clause: basis.clause, basis: basis.text },
  }))

/** What is wrong with the texts themselves; an incomplete draft is fine. */
export function brokenConclusions(regulation: Regulation, kind: ReportKind | null, conclusions: Conclusions): RuleRefusal[] {
  const fields = reportFields(regulation, kind)
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

/** What a report lacks before it can be handed in: a conclusion by every criterion of the regulation, and some word of the head in any case. */
export function missingConclusions(
  regulation: Regulation,
  kind: ReportKind | null,
  { conclusions, extra }: Texts,
): RuleRefusal[] {
  const missing = missingByCriteria(regulation, kind, conclusions)
  const isEmpty = ![...Object.values(conclusions), extra].some((text) => text?.trim())
  if (kind === null || missing.length > 0 || !isEmpty) return missing
  const [figure] = kind.form === 'card' ? kind.criteria : []
  return [
    figure ? no('report.needsFigures', { field: `conclusions.${figure.code}` }) : no('report.needsWords', { field: 'extra' }),
  ]
}

function missingByCriteria(regulation: Regulation, kind: ReportKind | null, conclusions: Conclusions): RuleRefusal[] {
  return reportFields(regulation, kind)
    .filter(({ code, required }) => required && !conclusions[code]?.trim())
    .map(({ code, kind: type, caption, basis: { clause } }) =>
      no(type === 'number' || type === 'hours' ? 'report.needsFigure' : 'report.needsConclusion', {
        field: `conclusions.${code}`,
        clause,
        params: { criterion: caption },
      }),
    )
}

/** Nobody decides where the regulation asks for no such report. */
export const someoneAccepts = (kind: ReportKind | null): RuleRefusal[] => (kind === null ? [no('report.notAsked')] : [])

/** The day counted as handed in after the head takes the report back: once it had been decided about, it was handed in. */
export const dayAfterWithdrawal = (report: { submittedOn: Day | null; decidedOn: Day | null }): Day | null =>
  report.decidedOn === null ? null : report.submittedOn

/** How a report of a site stands. `none`: nobody has started it. */
export type Standing = {
  readonly state: ReportState | 'none'
  readonly due: Day | null
  /** Days late: of what was handed in, or until today. */
  readonly late: number
  /** Past its day and not handed in. */
  readonly overdue: boolean
}

export function standingOf(
  given: { regulation: Regulation; kind: ReportKind | null; period: NamedPeriod; term: Period; today: Day },
  report: { state: ReportState; submittedOn: Day | null; dueOn: Day | null } | null,
): Standing {
  const handedIn = report?.submittedOn ?? null
  const due = handedIn === null ? dueOn(given.regulation, given.kind, given.period, given.term) : report!.dueOn
  const late = daysLate(due, handedIn, given.today)
  return { state: report?.state ?? 'none', due, late, overdue: handedIn === null && late > 0 }
}
