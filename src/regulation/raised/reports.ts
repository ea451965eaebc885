import { entriesIn } from './values.ts'

/** A paper asked for one report, of each period; it may ask for several, each under its own clauses. */
export function reportsRaised(document: unknown): unknown {
  const { report } = entriesIn(document)
  if (typeof report !== 'object' || report === null || 'kinds' in report) return document
  const { clause, period, due, ...rest } = entriesIn(report)
  const only = { code: 'report', title: null, unit: period, due: due ?? null, form: 'assembled', ...rest, clause }
  return { ...entriesIn(document), report: { clause, kinds: [only] } }
}
