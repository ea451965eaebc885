import { type Ctx, may } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { withInitials } from '../../kernel/names.ts'
import type { ReportId, SiteId } from '../../kernel/types.ts'
import { paper } from '../../web/paper.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, seeOther } from '../../web/route.ts'
import { lastChangeBy, namesOf } from '../people/name-queries.ts'
import { siteIsNotSuspended } from '../sites/standing-rules.ts'
import { decideReport } from './commands/decide-report.ts'
import { saveAndSubmit, saveConclusions } from './commands/save-conclusions.ts'
import { startReport } from './commands/start-report.ts'
import { submitReport } from './commands/submit-report.ts'
import { withdrawReport } from './commands/withdraw-report.ts'
import { reportDocument } from './document.ts'
import { conclusionsForm, decisionForm, emptyForm, type LinesQuery, linesQuery, startForm } from './forms.ts'
import { reportList } from './list.tsx'
import type { ReportedSite } from './load-facts.ts'
import { isOpen } from './machine.ts'
import { permissionOf, subjectOf } from './model.ts'
import { paths } from './paths.ts'
import { reportsOfSite } from './queries.ts'
import { acceptorOf } from './rules.ts'
import { type OpenReport, openReport, reportedSite, shownOf, siteOfReport } from './store.ts'
import { EditPage } from './views/edit-page.tsx'
import { ReportPage } from './views/report-page.tsx'
import { SiteReportsPage } from './views/site-reports-page.tsx'
import { reportTitle } from './wording.ts'

/** A report, and what is done with it: each shows the same page again. */
type ReportPattern =
  | '/t/:territory/reports/:report'
  | `/t/:territory/reports/:report/${'edit' | 'submissions' | 'withdrawals' | 'decisions'}`
type About = { ctx: Ctx; tx: Tx; params: { readonly report: ReportId } }

/** What a permission on a report is asked about; null when the territory has no such report. */
async function reportSubject({ ctx, tx, params }: About): Promise<Subject | null> {
  const siteId = await siteOfReport(tx, ctx.territory.id, params.report)
  return siteId && subjectOf(ctx.territory.id, siteId)
}

async function siteSubject(request: { ctx: Ctx; tx: Tx; params: { readonly site: SiteId } }): Promise<Subject | null> {
  const found = await reportedSite(request.tx, request.ctx, request.params.site)
  return found && subjectOf(request.ctx.territory.id, found.site.id)
}

async function sitePage({ ctx, tx, params, form }: PageRequest<'/t/:territory/sites/:site/reports'>): Promise<Answer> {
  const found = await reportedSite(tx, ctx, params.site)
  if (!found) return notFound
  const subject = subjectOf(ctx.territory.id, found.site.id)
  const body = (
    <SiteReportsPage
      territory={ctx.territory}
      today={ctx.today}
      site={found.site}
      rows={await reportsOfSite(tx, ctx, found.site.id)}
      may={{ view: may(ctx, 'report.view', subject), edit: writable(ctx, found.site) && may(ctx, 'report.edit', subject) }}
      form={form}
    />
  )
  return { title: 'Отчёты площадки', section: 'reports', body }
}

/** Reports of a suspended site are only read. */
const writable = (ctx: Ctx, site: ReportedSite): boolean => siteIsNotSuspended(site.standing, ctx.today).ok

/** The name of whoever decided last. */
async function deciderOf(tx: Tx, ctx: Ctx, { report }: OpenReport): Promise<string | null> {
  if (report.decidedBy === null) return null
  const name = (await namesOf(tx, ctx, [report.decidedBy])).get(report.decidedBy)
  return name ? withInitials(name) : null
}

async function reportPage(request: PageRequest<ReportPattern, LinesQuery>): Promise<Answer> {
  const { ctx, tx, params, query, form, conflict } = request
  const opened = await openReport(tx, ctx, params.report)
  if (!opened) return notFound
  const subject = subjectOf(ctx.territory.id, opened.report.siteId)
  const acceptor = acceptorOf(opened.regulation)
  const body = (
    <ReportPage
      territory={ctx.territory}
      today={ctx.today}
      opened={opened}
      shown={await shownOf(tx, ctx, opened)}
      query={query}
      form={form}
      conflict={conflict}
      decider={await deciderOf(tx, ctx, opened)}
      may={{
        edit: writable(ctx, opened.site) && may(ctx, 'report.edit', subject),
        submit: writable(ctx, opened.site) && may(ctx, 'report.submit', subject),
        decide: writable(ctx, opened.site) && acceptor !== null && may(ctx, permissionOf(acceptor), subject),
      }}
    />
  )
  return {
    title: `${reportTitle(opened.report.academicYear)}, ${opened.site.organisations[0]?.shortName ?? ''}`,
    section: 'reports',
    body,
  }
}

/** The conclusions: as stored, or as typed when they are shown again. */
async function editPage(request: PageRequest<ReportPattern>): Promise<Answer> {
  const { ctx, tx, params, form, conflict } = request
  const opened = await openReport(tx, ctx, params.report)
  if (!opened) return notFound
  const isReadOnly = form === null && !writable(ctx, opened.site)
  if ((!isOpen(opened.report.state) && !conflict) || isReadOnly) return seeOther(paths.report(params))
  const typed = form?.values.base === undefined ? null : form
  const body = (
    <EditPage
      territory={ctx.territory}
      today={ctx.today}
      opened={opened}
      shown={await shownOf(tx, ctx, opened)}
      form={typed ?? (form && form.errors.length > 0 ? { values: storedValues(opened), errors: form.errors } : null)}
      conflict={conflict && typed ? { person: (await lastChangeBy(tx, ctx, opened.report.id)) ?? '' } : null}
      maySubmit={may(ctx, 'report.submit', subjectOf(ctx.territory.id, opened.report.siteId))}
    />
  )
  return { title: `Выводы: ${reportTitle(opened.report.academicYear)}`, section: 'reports', body }
}

/** The stored texts as a form, for showing errors of a report sent from its own page. */
const storedValues = ({ report }: OpenReport): Record<string, string> => ({
  base: String(report.editVersion),
  extra: report.extra ?? '',
  ...Object.fromEntries(Object.entries(report.conclusions).map(([code, text]) => [`conclusions.${code}`, text])),
})

async function documentPage(request: PageRequest<'/t/:territory/reports/:report/document/:format'>): Promise<Answer> {
  const { ctx, tx, params } = request
  const opened = await openReport(tx, ctx, params.report)
  if (!opened) return notFound
  const shown = await shownOf(tx, ctx, opened)
  const doc = reportDocument({ ...opened, shown, today: ctx.today, decider: await deciderOf(tx, ctx, opened) })
  return paper(doc, params.format)
}

const decided = { accepted: 'Отчёт принят', returned: 'Отчёт возвращён с замечанием' } as const
const handedIn = 'Отчёт сдан'

export const routes: Route[] = [
  ...reportList.routes,
  get(paths.siteReports, { permits: 'report.list', subject: siteSubject, page: sitePage }),
  post(paths.siteReports, {
    permits: 'report.edit',
    sees: 'site.view',
    subject: siteSubject,
    form: startForm,
    act: ({ ctx, params, form }) => startReport(ctx, { siteId: params.site, academicYear: form.academicYear }),
    next: ({ params, value }) => ({
      to: paths.report({ territory: params.territory, report: value }),
      notice: 'Отчёт собран: остались выводы',
    }),
    again: sitePage,
  }),

  get(paths.report, { permits: 'report.view', subject: reportSubject, query: linesQuery, page: reportPage }),
  get(paths.reportDocument, { permits: 'report.view', subject: reportSubject, page: documentPage }),
  get(paths.reportEdit, { permits: 'report.edit', sees: 'report.view', subject: reportSubject, page: editPage }),
  post(paths.reportEdit, {
    permits: 'report.edit',
    sees: 'report.view',
    subject: reportSubject,
    form: conclusionsForm,
    act: ({ ctx, params, form }) => {
      const { intent, base, ...texts } = form
      const input = { reportId: params.report, version: base, ...texts }
      return intent === 'submit' ? saveAndSubmit(ctx, input) : saveConclusions(ctx, input)
    },
    next: ({ params, form }) =>
      form.intent === 'submit'
        ? { to: paths.report(params), notice: handedIn }
        : { to: paths.reportEdit(params), notice: 'Черновик сохранён' },
    again: editPage,
  }),
  post(paths.reportSubmissions, {
    permits: 'report.submit',
    sees: 'report.view',
    subject: reportSubject,
    form: emptyForm,
    act: ({ ctx, params, version }) => submitReport(ctx, { reportId: params.report, version }),
    next: ({ params }) => ({ to: paths.report(params), notice: handedIn }),
    // What is missing is written on the page of conclusions; what another person changed is read on the report's own.
    again: (request) => (request.conflict ? reportPage(request) : editPage(request)),
  }),
  post(paths.reportWithdrawals, {
    permits: 'report.submit',
    sees: 'report.view',
    subject: reportSubject,
    form: emptyForm,
    act: ({ ctx, params, version }) => withdrawReport(ctx, { reportId: params.report, version }),
    next: ({ params }) => ({ to: paths.reportEdit(params), notice: 'Отчёт снова у вас: правьте и сдавайте' }),
    again: reportPage,
  }),
  post(paths.reportDecisions, {
    permits: 'report.view',
    subject: reportSubject,
    form: decisionForm,
    act: ({ ctx, params, form, version }) => decideReport(ctx, { reportId: params.report, version, ...form }),
    next: ({ params, value }) => ({ to: paths.report(params), notice: decided[value] }),
    again: reportPage,
  }),
]
