import type { Acting } from '../../src/authz/ctx.ts'
import { academicYear } from '../../src/kernel/periods.ts'
import type { Day, PlanId } from '../../src/kernel/types.ts'
import { recordExecution } from '../../src/modules/plans/commands/record-execution.ts'
import { executionsOf, linesOf, openPlan } from '../../src/modules/plans/store.ts'
import { type Report, reports } from '../../src/modules/reports/case.ts'
import { acceptReport, returnReport } from '../../src/modules/reports/deeds/decide.ts'
import { saveConclusions, startPracticeReport, startReport, submitReport } from '../../src/modules/reports/deeds/write.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { reportKinds } from '../../src/regulation/work/questions.ts'
import { inScope } from '../factory.ts'
import { type Meeting, mustWork, type PlanningSite } from './plans.ts'

/** The report as it is stored now. */
export const reportNow = (site: PlanningSite, reportId: string): Promise<Report> =>
  inScope(site.db, site.territory.id, async (tx) => {
    const opened = await reports.open(tx, { territory: site.territory, today: site.territory.demoToday! }, reportId)
    return opened!.one
  })

/** A draft by the head on a day, with a conclusion by every criterion of the regulation. */
export async function aReport(site: PlanningSite, regulation: Regulation, on: Day, first = 2021): Promise<string> {
  const head = await site.as('head', on)
  const [kind] = reportKinds(regulation)
  const reportId = mustWork(
    kind?.unit === 'practice'
      ? await startPracticeReport.run(head, { id: site.siteId, practice: 'Чтение', from: on, to: on })
      : await startReport.run(head, { id: site.siteId, kind: 'report', period: academicYear(first) }),
  )
  const criteria = kind?.criteria ?? []
  const conclusions = Object.fromEntries(criteria.map(({ code }) => [code, 'Цели достигнуты']))
  mustWork(await saveConclusions.run(head, { id: reportId, version: 1, conclusions, extra: 'Год прошёл по плану' }))
  return reportId
}

/** A report the head has handed in on a day. */
export async function aSubmittedReport(site: PlanningSite, regulation: Regulation, on: Day): Promise<string> {
  const reportId = await aReport(site, regulation, on)
  const { editVersion: version } = await reportNow(site, reportId)
  mustWork(await submitReport.run(await site.as('head', on), { id: reportId, version }))
  return reportId
}

/** Reports as held a line of the plan in force that has no report yet. */
export async function aHeldLine(site: PlanningSite, planId: PlanId, heldOn: Day, peopleCount: number): Promise<void> {
  const lineKey = await inScope(site.db, site.territory.id, async (tx) => {
    const { approved, plan } = (await openPlan(tx, { territory: site.territory, today: heldOn }, planId))!
    const done = await executionsOf(tx, site.territory.id, plan.id)
    return (await linesOf(tx, site.territory.id, approved!.id)).find(({ key }) => !done.has(key))!.key
  })
  const input = { planId, lineKey, outcome: 'held', heldOn, peopleCount, note: null, base: 0, files: [] } as const
  mustWork(await recordExecution(await site.as('head', heldOn), input))
}

type Decision = { id: string; version: number; outcome: 'accepted' | 'returned'; remark: string | null } & Partial<Meeting>

/** Accepts a report, or returns it. */
export const decideReport = (ctx: Acting, { outcome, ...sent }: Decision) =>
  (outcome === 'accepted' ? acceptReport : returnReport).run(ctx, { present: null, inFavour: null, protocol: null, ...sent })
