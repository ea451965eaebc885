import { type PeriodKey, shortPeriodName } from '../../../kernel/periods.ts'
import type { ThingRequest } from '../../../kit/thing.ts'
import { type Column, nb, RowLink, Table } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { Breadcrumbs, Empty, ErrorSummary, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import type { PlannedSite } from '../../plans/queries.ts'
import { reportingSites } from '../case.ts'
import { startReport } from '../deeds/write.ts'
import { paths } from '../paths.ts'
import type { ReportRow } from '../queries.ts'
import { dueWords, reportTitle } from '../wording.ts'
import { ReportTag } from './state-tag.tsx'

type PeriodRow = ReportRow & { readonly period: PeriodKey }
type SiteReportsPageProps = { site: PlannedSite; request: ThingRequest; rows: readonly PeriodRow[] }

/** The reports of one site by periods; here a report is begun. */
export function SiteReportsPage({ site, request: { ctx, form }, rows }: SiteReportsPageProps) {
  const at = { territory: ctx.territory.code, site: site.id }
  const mayView = reportingSites.may(ctx, 'report.view', site)
  const columns: Column<PeriodRow>[] = [
    {
      title: 'За какой период',
      cell: (row) => (
        <RowLink
          href={row.reportId !== null && mayView ? paths.report({ ...at, report: row.reportId }) : undefined}
          name={shortPeriodName(row.period)}
        />
      ),
    },
    { title: 'Отчёт', cell: (row) => <ReportTag standing={row} /> },
    { title: 'Срок', cell: (row) => dueWords({ ...row, late: 0 }, ctx.today) },
    ...(startReport.offered(ctx, site)
      ? [{ title: 'Действие', quiet: true, cell: (row: PeriodRow) => <Start at={at} row={row} /> }]
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
        <Empty picture="paper" title="Отчётов пока не ждут">
          <p class="govuk-body">{nb('Первый отчёт появится здесь, когда начнётся период, на который дан статус.')}</p>
        </Empty>
      ) : (
        <Sheet flush>
          <Table caption="Отчёты по периодам" columns={columns} rows={rows} />
        </Sheet>
      )}
    </>
  )
}

function Start({ at, row }: { at: { territory: string; site: string }; row: PeriodRow }) {
  if (row.reportId !== null) return null
  return (
    <Form action={paths.siteReports(at)} label={reportTitle(row.period)}>
      <input type="hidden" name="period" value={row.period} />
      <SubmitButton small>Собрать отчёт</SubmitButton>
    </Form>
  )
}
