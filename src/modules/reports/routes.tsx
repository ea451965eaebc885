import { lastChangeBy } from '../../history/last-change.ts'
import { shown, type ThingPage } from '../../kit/thing.ts'
import { paper } from '../../web/paper.ts'
import { get, type Route, seeOther } from '../../web/route.ts'
import type { PlannedSite } from '../plans/queries.ts'
import { type SaidVoice, voicesOf } from '../procedures/procedure-queries.ts'
import { nameOf, type OpenReport, reportingSites, reports, shownOf } from './case.ts'
import { acceptReport, returnReport } from './deeds/decide.ts'
import { saveAndSubmit, saveConclusions, startPracticeReport, startReport, submitReport, withdrawReport } from './deeds/write.ts'
import { reportDocument } from './document.ts'
import { reportList } from './list.tsx'
import { isOpen } from './machine.ts'
import { paths } from './paths.ts'
import { reportsOfSite } from './queries.ts'
import { type LinesQuery, linesQuery } from './supporting-facts.ts'
import { EditPage } from './views/edit-page.tsx'
import { ReportPage } from './views/report-page.tsx'
import { SiteReportsPage } from './views/site-reports-page.tsx'
import { reportTitle } from './wording.ts'

const section = 'reports' as const

const sitePage: ThingPage<PlannedSite> = async (site, request) => {
  const rows = await reportsOfSite(request.tx, request.ctx, site.id)
  return { title: 'Отчёты площадки', section, body: <SiteReportsPage site={site} request={request} rows={rows} /> }
}

/** Who decided last, by the name of that day, or that nobody answered in time. */
const deciderOf = (voices: readonly SaidVoice[]): string | null => {
  const last = voices.at(-1)
  return last === undefined ? null : [last.person ?? 'в срок не ответили', last.meeting].filter(Boolean).join(', ')
}

const reportPage =
  (query: LinesQuery = {}): ThingPage<OpenReport> =>
  async (opened, request) => {
    const { ctx, tx } = request
    const [report, voices] = await Promise.all([shownOf(tx, ctx, opened), voicesOf(tx, ctx, opened.one.id)])
    const props = { opened, request, query, shown: report, voices, decider: deciderOf(voices) }
    return { title: `${reportTitle(opened.one)}, ${nameOf(opened)}`, section, body: <ReportPage {...props} /> }
  }

/** The conclusions: as stored, or as typed when they are shown again; also with what is missing in a report sent from its own page. */
const editPage: ThingPage<OpenReport> = async (opened, request) => {
  const { ctx, tx, form, conflict } = request
  const isReadOnly = form === null && !reports.standing?.(opened, ctx.today).ok
  if ((!isOpen(opened.one.state) && !conflict) || isReadOnly)
    return seeOther(paths.report({ territory: ctx.territory.code, report: opened.one.id }))
  const changedBy = conflict ? ((await lastChangeBy(tx, ctx, opened.one.id)) ?? '') : null
  const props = { opened, request, shown: await shownOf(tx, ctx, opened), changedBy }
  return { title: `Выводы: ${reportTitle(opened.one)}`, section, body: <EditPage {...props} /> }
}

const documentPage: ThingPage<OpenReport> = async (opened, { ctx, tx, params }) => {
  const decider = deciderOf(await voicesOf(tx, ctx, opened.one.id))
  return paper(reportDocument({ opened, shown: await shownOf(tx, ctx, opened), today: ctx.today, decider }), params.format)
}

export const routes: Route[] = [
  ...reportList.routes,
  reportingSites.page(paths.siteReports, sitePage, 'report.list'),
  startReport.route(sitePage),
  startPracticeReport.route(sitePage),

  get(paths.report, {
    permits: 'report.view',
    subject: reports.subject,
    query: linesQuery,
    page: (request) => shown(reports, reportPage(request.query), { ...request, refused: null }),
  }),
  reports.page(paths.reportDocument, documentPage),
  reports.page(paths.reportEdit, editPage, 'report.edit'),
  saveConclusions.route(editPage, { submit: saveAndSubmit }),
  // What is missing is written on the page of conclusions; what another person changed is read on the report's own.
  submitReport.route((opened, request) => (request.conflict ? reportPage() : editPage)(opened, request)),
  withdrawReport.route(reportPage()),
  acceptReport.route(reportPage(), { return: returnReport }),
]
