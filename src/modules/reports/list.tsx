import { type Ctx, may } from '../../authz/ctx.ts'
import { shortDate } from '../../kernel/dates.ts'
import { shortPeriodName } from '../../kernel/periods.ts'
import { type Column, day, inFile, number, onPage, text } from '../../kit/list/columns.tsx'
import { onePeriod } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { nb, RowLink, Second } from '../../ui/content.ts'
import { ButtonLink, PageHead } from '../../ui/frame.ts'
import { paths } from './paths.ts'
import { knownPeriods, type ReportRow, reportsNow, rowsOfPeriod } from './queries.ts'
import { stateNames } from './texts.ts'
import { ReportTag } from './views/state-tag.tsx'
import { dueWords, lateWords, summaryOf } from './wording.ts'

/** Where the row leads: the report if the person may open it, else all reports of the site. */
function hrefOf(ctx: Ctx, { siteId, organisationIds, ...row }: ReportRow): string {
  const territory = ctx.territory.code
  return row.reportId !== null && may(ctx, 'report.view', { territoryId: ctx.territory.id, siteId, organisationIds })
    ? paths.report({ territory, report: row.reportId })
    : paths.siteReports({ territory, site: siteId })
}

const reportCell = (row: ReportRow) => (
  <>
    <ReportTag standing={row} />
    {row.acceptedOn && <Second>{shortDate(row.acceptedOn)}</Second>}
  </>
)
const handedInCell = (row: ReportRow) =>
  row.submittedOn === null ? (
    'ещё нет'
  ) : (
    <>
      {shortDate(row.submittedOn)}
      {row.late > 0 && <Second>{lateWords(row.late)}</Second>}
    </>
  )

/** «Практика «Чтение», тема»: what the report is of is said where a site has several. */
const aboutRow = ({ practice, title, theme }: ReportRow) =>
  [practice ? `По практике «${practice}»` : title, theme].filter((part) => part).join('. ')

const columnsOf = (ctx: Ctx): Column<ReportRow>[] => [
  onPage('Площадка и тема', (row) => <RowLink href={hrefOf(ctx, row)} name={row.siteName} more={aboutRow(row)} />, {
    short: 'Площадка',
  }),
  text('Площадка', (row) => row.siteName, inFile),
  text('Тема', (row) => row.theme, inFile),
  text('Отчёт', (row) => row.practice ?? row.title ?? '', inFile),
  text('Состояние', (row) => stateNames[row.state], reportCell, { short: 'Отчёт' }),
  day(
    'Срок',
    (row) => row.due,
    (row) => dueWords({ ...row, late: 0 }, ctx.today),
  ),
  day('Сдан', (row) => row.submittedOn, handedInCell),
  number('Опоздание, дней', (row) => row.late, inFile),
  day('Принят', (row) => row.acceptedOn, inFile),
]

async function periods({ ctx, tx }: AtTerritory) {
  const { period } = await reportsNow(tx, ctx)
  return (await knownPeriods(tx, ctx)).map(({ key }) => ({ value: key, label: shortPeriodName(key), usual: key === period.key }))
}

const none = (ctx: Ctx) => ({
  title: 'За этот период отчётов не ждут',
  text: 'Здесь появятся отчёты, которых ждут по Положению, и начатые по завершённым практикам: их начинают на странице площадки.',
  actions: <ButtonLink href={paths.sites({ territory: ctx.territory.code })}>Открыть площадки</ButtonLink>,
})

/** Every site of a period with its report, overdue first. */
export const reportList = list({
  path: paths.reports,
  permits: 'report.list',
  title: 'Отчёты',
  section: 'reports',
  name: ({ ctx }, { period }) => `reports-${ctx.territory.code}${period === null ? '' : `-${period.replace('/', '-')}`}`,
  nouns: ['отчёт', 'отчёта', 'отчётов'],
  even: true,
  filters: { period: onePeriod({ label: 'Период', choices: periods }) },
  rows: async ({ ctx, tx }, { period }) => readyRows(await rowsOfPeriod(tx, ctx, period)),
  columns: ({ ctx }) => columnsOf(ctx),
  empty: ({ where: { ctx } }) => none(ctx),
  nothing: { title: 'За этот период отчётов не ждут', text: 'Выберите другой период.', all: 'Показать нынешний период' },
  head: async ({ where: { ctx, tx }, query, total }) => (
    <>
      <PageHead
        title="Отчёты"
        more="Отчёт собирается сам из плана и отметок о проведении; руководитель площадки добавляет выводы и сдаёт."
      />
      {total > 0 && <p class="govuk-body">{nb(summaryOf(await rowsOfPeriod(tx, ctx, query.period)))}</p>}
    </>
  ),
})
