import type { Ctx } from '../../../authz/ctx.ts'
import { may } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { SubNavigation } from '../../../ui/sub-navigation.tsx'
import { type Column, RowLink, Second, Table } from '../../../ui/table.tsx'
import { paths } from '../../../web/paths.ts'
import { effectKinds } from '../effects.ts'
import type { OrderState } from '../machine.ts'
import { type OrderFilter, type OrderLine, pageSize } from '../queries.ts'
import { effectCounts } from '../texts.ts'
import { OrderStateTag } from './state-tag.tsx'

type OrdersPageProps = {
  ctx: Ctx
  filter: OrderFilter
  lines: readonly OrderLine[]
  total: number
  years: readonly number[]
}

const states: readonly (readonly [OrderState | null, string])[] = [
  [null, 'Все'],
  ['draft', 'Черновики'],
  ['awaitingSignature', 'Ждут подписи'],
  ['signed', 'Подписанные'],
  ['revoked', 'Отменённые'],
]

/** The orders of a territory: those still in the office's hands first, then by day. */
export function OrdersPage({ ctx, filter, lines, total, years }: OrdersPageProps) {
  const at = { territory: ctx.territory.code }
  const seesDrafts = may(ctx, 'order.viewDraft')
  const shown = states.filter(([state]) => seesDrafts || (state !== 'draft' && state !== 'awaitingSignature'))
  const href = (change: Partial<OrderFilter>) => {
    const { state, year, page } = { ...filter, page: 1, ...change }
    return paths.orders(at, { state, year, page: page > 1 ? page : null })
  }
  return (
    <>
      <PageHead
        title="Приказы"
        more="Приказ — единственное основание: он присваивает статус, закрепляет школы, назначает людей и даёт поручения."
        actions={may(ctx, 'order.draft') && <ButtonLink href={paths.newOrder(at)}>Подготовить приказ</ButtonLink>}
      />
      <SubNavigation
        label="Состояние приказов"
        links={shown.map(([state, label]) => ({ href: href({ state }), label, current: filter.state === state }))}
      />
      {years.length > 1 && (
        <SubNavigation
          label="Год подписания"
          links={[null, ...years].map((year) => ({
            href: href({ year }),
            label: year === null ? 'Все годы' : String(year),
            current: filter.year === year,
          }))}
        />
      )}
      {lines.length === 0 ? (
        <Nothing ctx={ctx} all={filter.state === null && filter.year === null} />
      ) : (
        <Sheet flush>
          <Table caption={counted(total, 'приказ', 'приказа', 'приказов')} columns={columnsOf(ctx)} rows={lines} even />
        </Sheet>
      )}
      <Pager label="Страницы приказов" page={filter.page} pages={Math.ceil(total / pageSize)} href={(page) => href({ page })} />
    </>
  )
}

function columnsOf(ctx: Ctx): Column<OrderLine>[] {
  return [
    {
      title: 'О чём',
      cell: (line) => (
        <RowLink
          href={paths.order({ territory: ctx.territory.code, order: line.id })}
          name={line.title || 'Без заголовка'}
          more={line.issuerName}
        />
      ),
    },
    {
      title: 'Номер и дата',
      cell: (line) =>
        line.numberText === null || line.signedOn === null ? (
          <Second>номера ещё нет</Second>
        ) : (
          <>
            № {line.numberText}
            <Second>от {shortDate(line.signedOn)}</Second>
          </>
        ),
    },
    { title: 'Состояние', cell: (line) => <OrderStateTag order={line} today={ctx.today} /> },
    {
      title: 'Что делает',
      cell: (line) => (
        <>
          {doneWords(line)}
          <Second>{controlWords(line)}</Second>
        </>
      ),
    },
  ]
}

/** «Положение, 2 площадки, 1 назначение» */
function doneWords({ effects }: OrderLine): string {
  const words = effectKinds.flatMap((kind) => (effects[kind] ? [effectCounts[kind](effects[kind])] : []))
  return words.length > 0 ? words.join(', ') : 'Реестры не меняет'
}

function controlWords({ points, openAssignments, allAssignments }: OrderLine): string {
  const written = counted(points, 'пункт', 'пункта', 'пунктов')
  if (allAssignments === 0) return written
  const done = allAssignments - openAssignments
  return `${written}, поручения: принято ${done} из ${allAssignments}`
}

function Nothing({ ctx, all }: { ctx: Ctx; all: boolean }) {
  const at = { territory: ctx.territory.code }
  if (!all)
    return (
      <Empty
        picture="paper"
        title="Таких приказов нет"
        actions={<ButtonLink href={paths.orders(at)}>Показать все приказы</ButtonLink>}
      >
        <p class="govuk-body">Выберите другое состояние или другой год.</p>
      </Empty>
    )
  return (
    <Empty
      picture="paper"
      title="Приказов ещё нет"
      actions={may(ctx, 'order.draft') && <ButtonLink href={paths.newOrder(at)}>Подготовить приказ</ButtonLink>}
    >
      <p class="govuk-body">С первого приказа начинается сеть: он утверждает Положение и присваивает статус площадкам.</p>
    </Empty>
  )
}
