import type { Territory } from '../../../authz/ctx.ts'
import { academicYearName, shortDate } from '../../../kernel/dates.ts'
import type { Day } from '../../../kernel/types.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { SubNavigation } from '../../../ui/sub-navigation.tsx'
import { type Column, RowLink, Second, Table } from '../../../ui/table.tsx'
import { Tools } from '../../../ui/tools.tsx'
import { paths } from '../../../web/paths.ts'
import { pageSize, type ReportRow, type ReportsOfYear } from '../queries.ts'
import { dueWords, lateWords } from '../wording.ts'
import { ReportTag } from './state-tag.tsx'

type ReportsPageProps = {
  territory: Pick<Territory, 'code'>
  today: Day
  year: number
  years: readonly number[]
  page: number
  found: ReportsOfYear
  /** Whether the person may open the report of a site; the state of all is seen by everybody. */
  mayOpen: (row: ReportRow) => boolean
}

/** Every site of a year with its report, overdue first. */
export function ReportsPage(props: ReportsPageProps) {
  const { territory, year, years, page, found } = props
  const href = (query: { year: number; page?: number }) => paths.reports({ territory: territory.code }, query)
  return (
    <>
      <PageHead
        title="Отчёты"
        more="Отчёт собирается сам из плана и отметок о проведении; руководитель площадки добавляет выводы и сдаёт."
      />
      <SubNavigation
        label="Учебный год"
        links={years.map((one) => ({ href: href({ year: one }), label: academicYearName(one), current: one === year }))}
      />
      <div class="pl-bar">
        <h2 class="govuk-heading-m">{nb(summary(found))}</h2>
        {found.total > 0 && (
          <Tools
            tools={[{ href: paths.reportsCsv({ territory: territory.code }, { year }), label: 'Выгрузить', icon: 'download' }]}
          />
        )}
      </div>
      {found.total === 0 ? <Nothing {...props} /> : <Rows {...props} />}
      <div class="pl-bar">
        <Pager
          label="Страницы отчётов"
          page={page}
          pages={Math.ceil(found.total / pageSize)}
          href={(other) => href({ year, page: other })}
        />
      </div>
    </>
  )
}

function summary({ total, handedIn, accepted, overdue }: ReportsOfYear): string {
  if (total === 0) return 'Отчётов нет'
  const parts = [`Сдано ${handedIn} из ${total}`, `принято ${accepted}`]
  return (overdue > 0 ? [...parts, `просрочено ${overdue}`] : parts).join(', ')
}

function Rows({ territory, today, year, found, mayOpen }: ReportsPageProps) {
  const columns: Column<ReportRow>[] = [
    {
      title: 'Площадка и тема',
      short: 'Площадка',
      cell: (row) => <RowLink href={hrefOf(territory.code, row, mayOpen(row))} name={row.siteName} more={row.theme} />,
    },
    {
      title: 'Отчёт',
      cell: (row) => (
        <>
          <ReportTag standing={row} />
          {row.acceptedOn && <Second>{shortDate(row.acceptedOn)}</Second>}
        </>
      ),
    },
    { title: 'Срок', cell: (row) => dueWords({ ...row, late: 0 }, today) },
    { title: 'Сдан', cell: (row) => <HandedIn row={row} /> },
  ]
  return (
    <Sheet flush>
      <Table caption={`Отчёты площадок за ${academicYearName(year)} учебный год`} columns={columns} rows={found.rows} even />
    </Sheet>
  )
}

/** Where the row leads: the report, else all reports of the site. */
const hrefOf = (territory: string, row: ReportRow, mayOpen: boolean): string =>
  row.reportId !== null && mayOpen
    ? paths.report({ territory, report: row.reportId })
    : paths.siteReports({ territory, site: row.siteId })

function HandedIn({ row }: { row: ReportRow }) {
  if (row.submittedOn === null) return <>ещё нет</>
  return (
    <>
      {shortDate(row.submittedOn)}
      {row.late > 0 && <Second>{lateWords(row.late)}</Second>}
    </>
  )
}

function Nothing({ territory, year }: ReportsPageProps) {
  return (
    <Empty
      picture="paper"
      title={`За ${academicYearName(year)} отчётов не ждут`}
      actions={<ButtonLink href={paths.sites({ territory: territory.code })}>Открыть площадки</ButtonLink>}
    >
      <p class="govuk-body">
        {nb(
          'Строка появится здесь, когда приказ даст площадке статус на этот учебный год: отчёт сдаёт каждая действующая площадка.',
        )}
      </p>
    </Empty>
  )
}
