import { capital } from '../../../kernel/names.ts'
import { shortPeriodName } from '../../../kernel/periods.ts'
import { OpeningSheet } from '../../../kit/opening-sheet.tsx'
import type { ThingRequest } from '../../../kit/thing.ts'
import { type Column, nb, RowLink, Table } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { Breadcrumbs, Empty, ErrorSummary, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import type { PlannedSite } from '../../plans/queries.ts'
import { reportingSites } from '../case.ts'
import { startPracticeReport, startReport } from '../deeds/write.ts'
import { ofReport } from '../model.ts'
import { paths } from '../paths.ts'
import type { ReportRow } from '../queries.ts'
import { practiceKind } from '../rules.ts'
import { dueWords, reportTitle } from '../wording.ts'
import { ReportTag } from './state-tag.tsx'

type SiteReportsPageProps = { site: PlannedSite; request: ThingRequest; rows: readonly ReportRow[] }

/** The reports of one site by periods and practices; here a report is begun. */
export function SiteReportsPage({ site, request, rows }: SiteReportsPageProps) {
  const { ctx, form } = request
  const at = { territory: ctx.territory.code, site: site.id }
  const mayView = reportingSites.may(ctx, 'report.view', site)
  const columns: Column<ReportRow>[] = [
    {
      title: 'О чём отчёт',
      cell: (row) => (
        <RowLink
          href={row.reportId !== null && mayView ? paths.report({ ...at, report: row.reportId }) : undefined}
          name={capital(ofReport(row, shortPeriodName))}
        />
      ),
    },
    { title: 'Отчёт', cell: (row) => <ReportTag standing={row} /> },
    { title: 'Срок', cell: (row) => dueWords({ ...row, late: 0 }, ctx.today) },
    ...(startReport.offered(ctx, site)
      ? [{ title: 'Действие', quiet: true, cell: (row: ReportRow) => <Start at={at} row={row} /> }]
      : []),
  ]
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.reports(at), label: 'Отчёты' },
          { href: paths.site(at), label: site.organisations[0]?.shortName ?? site.theme },
        ]}
      />
      <ErrorSummary outcome="Отчёт не начат" form={form} />
      <PageHead title="Отчёты площадки" more={site.organisations.map(({ fullName }) => fullName).join(', ')} />
      {rows.length === 0 ? (
        <Empty picture="paper" title="Отчётов пока нет">
          <p class="govuk-body">
            {nb(
              practiceKind(site.regulation) === null
                ? 'Первый отчёт появится здесь, когда начнётся период, на который дан статус.'
                : 'Отчёт начинают, когда практика на площадке завершена.',
            )}
          </p>
        </Empty>
      ) : (
        <Sheet flush>
          <Table caption="Отчёты площадки" columns={columns} rows={rows} />
        </Sheet>
      )}
      <OpeningSheet of={startPracticeReport} held={site} request={request} kind="secondary" />
    </>
  )
}

function Start({ at, row }: { at: { territory: string; site: string }; row: ReportRow }) {
  if (row.reportId !== null) return null
  return (
    <Form action={paths.siteReports(at)} label={reportTitle(row)}>
      <input type="hidden" name="kind" value={row.kind} />
      <input type="hidden" name="period" value={row.period} />
      <SubmitButton small>Собрать отчёт</SubmitButton>
    </Form>
  )
}
