import type { Territory } from '../../../authz/ctx.ts'
import { academicYearName } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { nb } from '../../../ui/nb.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Sheet as Paper } from '../../../ui/sheet.tsx'
import { SubNavigation } from '../../../ui/sub-navigation.tsx'
import { RowLink, Table } from '../../../ui/table.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import { paths } from '../../../web/paths.ts'
import { type PlanRow, pageSize } from '../queries.ts'

export type PlanListProps = {
  territory: Pick<Territory, 'code'>
  year: number
  years: readonly number[]
  rows: readonly PlanRow[]
  total: number
  page: number
  /** Sites of this person that have no plan for the year. */
  without: readonly { readonly id: string; readonly name: string }[]
}

/** Plans of the territory for an academic year. */
export function PlanList(props: PlanListProps) {
  const { territory, year, years, rows, total, page, without } = props
  const at = { territory: territory.code }
  return (
    <>
      <PageHead
        title={`Планы на ${academicYearName(year)} учебный год`}
        more={total > 0 ? `Всего ${counted(total, 'план', 'плана', 'планов')}` : undefined}
      />
      <SubNavigation
        label="Учебные годы"
        links={years.map((one) => ({
          href: paths.plans(at, { year: one }),
          label: academicYearName(one),
          current: one === year,
        }))}
      />
      {without.map((site) => (
        <Notice title={`${site.name}: плана на этот год ещё нет`}>
          <p>
            <a class="govuk-link" href={paths.sitePlans({ ...at, site: site.id }, { year })}>
              Начать план
            </a>
          </p>
        </Notice>
      ))}
      {rows.length > 0 ? (
        <Paper flush>
          <PlanTableOf {...props} />
        </Paper>
      ) : (
        <Empty
          picture="paper"
          title="На этот учебный год планов нет"
          actions={
            without[0] ? (
              <ButtonLink href={paths.sitePlans({ ...at, site: without[0].id }, { year })}>Начать план</ButtonLink>
            ) : undefined
          }
        >
          <p>{nb('Здесь будут планы площадок: их пишут руководители, а согласуют и утверждают по Положению.')}</p>
        </Empty>
      )}
      <Pager
        label="Страницы планов"
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(to) => paths.plans(at, { year, page: to })}
      />
    </>
  )
}

function PlanTableOf({ territory, year, rows }: PlanListProps) {
  return (
    <Table
      caption={`Планы площадок на ${academicYearName(year)} учебный год`}
      rows={rows}
      even
      columns={[
        {
          title: 'Площадка',
          cell: (row) => (
            <RowLink href={paths.plan({ territory: territory.code, plan: row.id })} name={row.siteName} more={row.theme} />
          ),
        },
        { title: 'Состояние', cell: (row) => <PlanState row={row} /> },
        { title: 'Проведено', numeric: true, cell: (row) => (row.approved === null ? '—' : `${row.held} из ${row.lines}`) },
        {
          title: 'Не проведено в срок',
          numeric: true,
          cell: (row) => (row.approved === null ? '—' : row.overdue),
        },
      ]}
    />
  )
}

function PlanState({ row: { approved, open, decider } }: { row: PlanRow }) {
  return (
    <>
      {approved !== null && <StateTag tone="ok" word={`Действует, редакция ${approved}`} />}
      {open?.state === 'submitted' && <StateTag tone="wait" word={decider ?? 'На согласовании'} />}
      {open?.state === 'draft' && <StateTag tone="calm" icon="draft" word={approved === null ? 'Черновик' : 'Правят'} />}
    </>
  )
}
