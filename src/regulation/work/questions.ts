import { academicYearName, longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type Answer, silent } from '../answer.ts'
import { type Basis, basisOf } from '../cite.ts'
import { type Field, type OwnField, ownOf } from '../fields.ts'
import type { PlanMeaning } from '../kinds.ts'
import type { Regulation } from '../schema.ts'

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

type ReportField = NonNullable<Regulation['report']>['criteria'][number]
/** What the head writes into the report, section by section, each with its clause. (C-61a) */
export const reportFields = (regulation: Regulation): readonly (ReportField & { readonly basis: Basis })[] =>
  (regulation.report?.criteria ?? []).map((field) => ({ ...field, basis: basisOf(regulation, field.clause) }))

export type PlanColumn = Regulation['plan']['columns'][number]
const usual = (kind: PlanMeaning, caption: string, required: boolean): PlanColumn => ({
  ...{ code: kind, kind, caption, required, options: [], clause: [] },
})
/** The columns of a plan whose paper names none. */
const usualColumns: readonly PlanColumn[] = [
  usual('ordinal', '№', false),
  usual('activity', 'Мероприятие', true),
  usual('form', 'Форма работы', true),
  usual('dates', 'Сроки проведения', true),
  usual('responsible', 'Ответственный', true),
]

/** The columns of the plan in their order, with the official captions; without a clause where the paper names none. (R-A3) */
export function planColumns(regulation: Regulation): Answer<readonly PlanColumn[]> {
  const { columns } = regulation.plan
  const clause = columns[0]?.clause
  return clause === undefined ? silent(usualColumns) : { value: columns, basis: basisOf(regulation, clause) }
}

/** The column that means this to the system; null: the paper has none, and nothing of the kind is asked. */
export const planColumn = (regulation: Regulation, ...kinds: readonly PlanMeaning[]): Field | null =>
  planColumns(regulation).value.find(({ kind }) => kinds.some((one) => one === kind)) ?? null

/** The columns that mean nothing to the system: they are asked, kept, printed and compared all the same. */
export const ownPlanColumns = (regulation: Regulation): readonly OwnField[] => ownOf(planColumns(regulation).value)

/** A form of work of the catalogue by its code. (L-31) */
export function formOfWork(
  regulation: Regulation,
  code: string,
): Answer<{ code: string; label: string; remote: boolean } | null> {
  const found = regulation.forms.catalogue.find((form) => form.code === code)
  return found === undefined ? silent(null) : { value: found, basis: basisOf(regulation, found.clause) }
}
