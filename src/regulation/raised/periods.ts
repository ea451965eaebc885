import { entriesIn } from './values.ts'

/** A plan and a report were of an academic year, a report was due on a date of it, and how early to remind of it stood in the paper. */
export function periodsRaised(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document
  const { plan, report, planVersions } = entriesIn(document)
  const years = 'academicYear' in document || !('plan' in document) ? {} : { academicYear: null }
  const ofPlan = isRule(plan) && !('period' in plan) ? { plan: { ...plan, period: 'academicYear' } } : {}
  const free = isRule(planVersions) && entriesIn(planVersions).reasonRequired === false ? { planVersions: null } : {}
  return { ...document, ...years, ...ofPlan, ...free, ...reportRaised(report) }
}

const isRule = (value: unknown): value is object => typeof value === 'object' && value !== null

function reportRaised(report: unknown): object {
  if (!isRule(report) || 'kinds' in report) return {}
  const { reminders: _setting, due, ...rest } = entriesIn(report)
  const day = typeof due === 'string' ? { kind: 'on', day: due, of: 'period' } : due
  return { report: { period: 'academicYear', ...rest, due: day } }
}
