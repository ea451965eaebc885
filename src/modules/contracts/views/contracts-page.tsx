import type { Ctx } from '../../../authz/ctx.ts'
import { daysBetween, shortPeriod } from '../../../kernel/dates.ts'
import { restOfDays } from '../../../kernel/plural.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { type Column, RowLink, Second, Table } from '../../../ui/table.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import { paths } from '../../../web/paths.ts'
import { type ContractRow, pageSize } from '../queries.ts'
import { standingOn } from '../rules.ts'
import { standings } from '../texts.ts'
import { contractTitle } from '../wording.ts'

/** Days before the last one when a list begins to count them. */
const soon = 60

/** Where the regulation knows no contracts: says so instead of an empty list. */
export function NoContractsPage({ ctx, back }: { ctx: Ctx; back: { href: string; label: string } }) {
  return (
    <>
      <Breadcrumbs links={[back]} />
      <Empty
        picture="paper"
        title="Договоров здесь не заключают"
        alone
        actions={<ButtonLink href={paths.regulation({ territory: ctx.territory.code })}>Открыть Положение</ButtonLink>}
      >
        <p class="govuk-body">{nb('Положение этой территории не просит договора между площадкой и оператором.')}</p>
      </Empty>
    </>
  )
}

type ContractsPageProps = { ctx: Ctx; rows: readonly ContractRow[]; total: number; page: number }

/** Contracts of the territory: what waits for a signature first. */
export function ContractsPage({ ctx, rows, total, page }: ContractsPageProps) {
  const territory = ctx.territory.code
  return (
    <>
      <Breadcrumbs links={[{ href: paths.sites({ territory }), label: 'Площадки' }]} />
      <PageHead title="Договоры" more="Договоры площадок с оператором: на подписи, действующие и прежние." />
      {rows.length === 0 ? (
        <Empty
          picture="two"
          title="Договоров ещё нет"
          actions={<ButtonLink href={paths.sites({ territory })}>Открыть площадки</ButtonLink>}
        >
          <p class="govuk-body">{nb('Договор начинают на странице площадки, в её разделе «Статус».')}</p>
        </Empty>
      ) : (
        <ContractsTable ctx={ctx} rows={rows} withSite />
      )}
      <Pager
        label="Страницы договоров"
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(to) => paths.contracts({ territory }, { page: to })}
      />
    </>
  )
}

/** Contracts as a table. */
export function ContractsTable({ ctx, rows, withSite }: { ctx: Ctx; rows: readonly ContractRow[]; withSite?: boolean }) {
  const columns: Column<ContractRow>[] = [
    {
      title: 'Договор',
      cell: (row) => (
        <RowLink
          href={paths.contract({ territory: ctx.territory.code, contract: row.id })}
          name={contractTitle(row.number)}
          more={withSite ? row.siteName : undefined}
        />
      ),
    },
    { title: 'Состояние', cell: (row) => <StateTag {...standings[standingOn(row, ctx.today)]} /> },
    {
      title: 'Срок',
      cell: (row) => (
        <>
          {nb(shortPeriod({ from: row.startsOn, to: row.endsOn }))}
          {isEndingSoon(row, ctx.today) && <Second>{restOfDays(daysBetween(ctx.today, row.endsOn))}</Second>}
        </>
      ),
    },
    { title: 'Подписи', cell: (row) => nb(signaturesOf(row)) },
  ]
  return (
    <Sheet flush>
      <Table caption="Договоры" columns={columns} rows={rows} />
    </Sheet>
  )
}

const isEndingSoon = (row: ContractRow, today: string) =>
  standingOn(row, today) === 'inForce' && daysBetween(today, row.endsOn) <= soon

function signaturesOf({ signedBySite, signedByOperator, state }: ContractRow): string {
  if (state === 'draft') return 'ещё не на подписи'
  if (signedBySite && signedByOperator) return 'обе стороны'
  if (signedBySite) return 'площадка; ждут оператора'
  return signedByOperator ? 'оператор; ждут площадку' : 'ждут обе стороны'
}
