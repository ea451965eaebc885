import type { Day, PlanId, ReportId } from '../../src/kernel/types.ts'
import { recordExecution } from '../../src/modules/plans/commands/record-execution.ts'
import { executionsOf, linesOf, openPlan } from '../../src/modules/plans/store.ts'
import { saveConclusions } from '../../src/modules/reports/commands/save-conclusions.ts'
import { startReport } from '../../src/modules/reports/commands/start-report.ts'
import { submitReport } from '../../src/modules/reports/commands/submit-report.ts'
import type { Report } from '../../src/modules/reports/model.ts'
import { openReport } from '../../src/modules/reports/store.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { inScope } from '../factory.ts'
import { mustWork, type PlanningSite } from './plans.ts'

/** The report as it is stored now. */
export const reportNow = (site: PlanningSite, reportId: ReportId): Promise<Report> =>
  inScope(site.db, site.territory.id, async (tx) => {
    const opened = await openReport(tx, { territory: site.territory, today: site.territory.demoToday! }, reportId)
    return opened!.report
  })

/** A draft by the head on a day, with a conclusion by every criterion of the regulation. */
export async function aReport(site: PlanningSite, regulation: Regulation, on: Day, academicYear = 2021): Promise<ReportId> {
  const head = await site.as('head', on)
  const reportId = mustWork(await startReport(head, { siteId: site.siteId, academicYear }))
  const criteria = regulation.report?.criteria ?? []
  const conclusions = Object.fromEntries(criteria.map(({ code }) => [code, 'Цели достигнуты']))
  mustWork(await saveConclusions(head, { reportId, version: 1, conclusions, extra: 'Год прошёл по плану' }))
  return reportId
}

/** A report the head has handed in on a day. */
export async function aSubmittedReport(site: PlanningSite, regulation: Regulation, on: Day): Promise<ReportId> {
  const reportId = await aReport(site, regulation, on)
  const { editVersion: version } = await reportNow(site, reportId)
  mustWork(await submitReport(await site.as('head', on), { reportId, version }))
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
