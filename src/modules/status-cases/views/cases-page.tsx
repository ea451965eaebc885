import type { Ctx } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { RowLink, Table } from '../../../ui/table.tsx'
import { paths } from '../../../web/paths.ts'
import { type CaseRow, pageSize } from '../queries.ts'
import { dayNames, kindNames, proposerNames } from '../texts.ts'
import { CaseTag } from './case-tag.tsx'

type CasesPageProps = { ctx: Ctx; rows: readonly CaseRow[]; total: number; page: number }

/** Everything being decided about statuses, what is open first. */
export function CasesPage({ ctx, rows, total, page }: CasesPageProps) {
  const territory = ctx.territory.code
  return (
    <>
      <Breadcrumbs links={[{ href: paths.sites({ territory }), label: 'Площадки' }]} />
      <PageHead title="Дела о статусе" more="Продление, приостановка, возобновление и прекращение: от предложения до приказа." />
      {rows.length === 0 ? (
        <Empty
          picture="paper"
          title="Дел пока нет"
          actions={<ButtonLink href={paths.sites({ territory })}>Открыть площадки</ButtonLink>}
        >
          <p class="govuk-body">{nb('Дело открывают на странице площадки, в её разделе «Статус».')}</p>
        </Empty>
      ) : (
        <Sheet flush>
          <Table
            caption="Дела о статусе"
            rows={rows}
            columns={[
              {
                title: 'Дело',
                cell: (row) => (
                  <RowLink href={paths.statusCase({ territory, case: row.id })} name={kindNames[row.kind]} more={row.siteName} />
                ),
              },
              { title: 'Состояние', cell: (row) => <CaseTag state={row.state} /> },
              { title: 'День', cell: (row) => `${dayNames[row.kind]}: ${shortDate(row.onDay)}` },
              {
                title: 'Открыто',
                cell: (row) =>
                  `${shortDate(localTime(row.startedAt, ctx.territory.timeZone).day)}, ${proposerNames[row.proposedBy]}`,
              },
            ]}
          />
        </Sheet>
      )}
      <Pager
        label="Страницы дел"
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(to) => paths.statusCases({ territory }, { page: to })}
      />
    </>
  )
}
