import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate, shortPeriod } from '../../../kernel/dates.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Clause } from '../../../ui/clause.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { type Column, RowLink, Second, Table } from '../../../ui/table.tsx'
import { paths } from '../../../web/paths.ts'
import { directionNames } from '../../calls/rules.ts'
import { clauseHref } from '../../regulation/links.ts'
import { pageSize } from '../expert-queries.ts'
import type { Expert } from '../model.ts'

type ExpertsPageProps = {
  ctx: Ctx
  regulation: Regulation | null
  lines: readonly Expert[]
  total: number
  page: number
}

/** The pool of experts: where each works, what they read, how much they have to write. */
export function ExpertsPage({ ctx, regulation, lines, total, page }: ExpertsPageProps) {
  const at = { territory: ctx.territory.code }
  const clause = regulation?.expertReview?.clause[0]
  return (
    <>
      <PageHead
        title="Эксперты"
        more={
          <>
            {nb('Кто читает программы и пишет заключения. ')}
            {clause && <Clause number={clause} href={clauseHref(at.territory, clause)} of="Положения" />}
          </>
        }
        actions={may(ctx, 'expert.manage') && <ButtonLink href={paths.newExpert(at)}>Добавить эксперта</ButtonLink>}
      />
      {lines.length === 0 ? (
        <Empty
          picture="two"
          title="Экспертов пока нет"
          actions={may(ctx, 'expert.manage') && <ButtonLink href={paths.newExpert(at)}>Добавить эксперта</ButtonLink>}
        >
          <p>
            {nb(
              regulation?.expertReview
                ? 'Добавьте людей, которые будут читать заявки: им их можно будет передать.'
                : 'По Положению экспертизы нет, поэтому эксперты здесь не нужны.',
            )}
          </p>
        </Empty>
      ) : (
        <Sheet flush>
          <Table caption="Эксперты" columns={columnsOf(ctx, regulation)} rows={lines} />
        </Sheet>
      )}
      <Pager
        label="Страницы списка"
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(to) => paths.experts(at, { page: to })}
      />
    </>
  )
}

function columnsOf(ctx: Ctx, regulation: Regulation | null): Column<Expert>[] {
  const at = { territory: ctx.territory.code }
  const isOver = ({ endsOn }: Expert) => endsOn !== null && endsOn < ctx.today
  const columns: Column<Expert>[] = [
    {
      title: 'Эксперт',
      cell: (one) => <RowLink href={paths.person({ ...at, person: one.personId })} name={one.name} more={one.employer} />,
    },
    {
      title: 'Направления',
      cell: (one) => directionNames(one.directions, regulation?.directions?.list).join('; ') || 'любые',
    },
    { title: 'Пишет сейчас', short: 'Пишет сейчас', cell: (one) => one.openReviews, numeric: true },
    { title: 'Всего заявок', cell: (one) => one.allReviews, numeric: true },
    {
      title: 'В числе экспертов',
      cell: (one) => (
        <>
          {shortPeriod({ from: one.startsOn, to: one.endsOn })}
          {isOver(one) && <Second>уже не эксперт</Second>}
        </>
      ),
    },
  ]
  if (!may(ctx, 'expert.manage')) return columns
  return [
    ...columns,
    {
      title: 'Действие',
      quiet: true,
      cell: (one) =>
        one.endsOn === null && (
          <a class="govuk-link" href={paths.expertEnd({ ...at, expert: one.id })}>
            Вывести<span class="govuk-visually-hidden">{` из числа экспертов: ${one.name}`}</span>
          </a>
        ),
    },
  ]
}

/** «с 1 сентября 2021 г.» for the page that ends it. */
export const sinceWords = ({ startsOn }: Pick<Expert, 'startsOn'>): string => `Эксперт с ${longDate(startsOn)}`
