import { type Ctx, may } from '../../authz/ctx.ts'
import { canAtAll } from '../../authz/policy.ts'
import { shortDate } from '../../kernel/dates.ts'
import { capital } from '../../kernel/names.ts'
import { counted } from '../../kernel/plural.ts'
import { type Column, day, inFile, number, onPage, text } from '../../kit/list/columns.tsx'
import { type Filter, oneKnown, oneYear } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { act } from '../../regulation/acts.ts'
import { RowLink, Second } from '../../ui/content.ts'
import { ButtonLink, PageHead } from '../../ui/frame.ts'
import { allKits } from './effects/kits.ts'
import { issuedStates, type OrderState, orderStates } from './machine.ts'
import { paths } from './paths.ts'
import { listOrders, type OrderLine, orderYears } from './queries.ts'
import { draftSubject } from './subjects.ts'
import { OrderStateTag, orderStateWord } from './views/state-tag.tsx'

const stateWords: Readonly<Record<OrderState, string>> = {
  draft: 'Черновики',
  awaitingSignature: 'Ждут подписи',
  signed: 'Подписанные',
  revoked: 'Отменённые',
}

/** Those outside the office are not offered what they may not see. */
const stateFilter: Filter<OrderState | null, AtTerritory> = {
  ...oneKnown(orderStates, stateWords, { label: 'Состояние', empty: 'Все', look: 'links' }),
  choices: async ({ ctx }) =>
    orderStates
      .filter((state) => canAtAll(ctx.actor, 'order.viewDraft') || issuedStates.includes(state))
      .map((value) => ({ value, label: stateWords[value] })),
}

/** «Положение, 2 площадки, 1 назначение» */
function doneWords({ effects }: OrderLine): string {
  const words = allKits().flatMap(({ kind, count }) => (effects[kind] ? [count(effects[kind])] : []))
  return words.length > 0 ? words.join(', ') : 'Реестры не меняет'
}

function controlWords({ points, openAssignments, allAssignments }: OrderLine): string {
  const written = counted(points, 'пункт', 'пункта', 'пунктов')
  if (allAssignments === 0) return written
  return `${written}, поручения: принято ${allAssignments - openAssignments} из ${allAssignments}`
}

const numberCell = (line: OrderLine) =>
  line.numberText === null || line.signedOn === null ? (
    <Second>номера ещё нет</Second>
  ) : (
    <>
      № {line.numberText}
      <Second>от {shortDate(line.signedOn)}</Second>
    </>
  )

const columnsOf = ({ territory: { code: territory }, today }: Ctx): Column<OrderLine>[] => [
  text(
    'О чём',
    (line) => line.title || 'Без заголовка',
    (line) => (
      <RowLink href={paths.order({ territory, order: line.id })} name={line.title || 'Без заголовка'} more={line.issuerName} />
    ),
  ),
  text('Кто издал', (line) => line.issuerName, inFile),
  text('Вид', (line) => act(line).nominative, inFile),
  onPage('Номер и дата', numberCell),
  text('Номер', (line) => line.numberText, inFile),
  day('Дата', (line) => line.signedOn, inFile),
  text(
    'Состояние',
    (line) => orderStateWord(line, today),
    (line) => <OrderStateTag order={line} today={today} />,
  ),
  text('Что делает', doneWords, (line) => (
    <>
      {doneWords(line)}
      <Second>{controlWords(line)}</Second>
    </>
  )),
  number('Пунктов', (line) => line.points, inFile),
  number('Поручений', (line) => line.allAssignments, inFile),
  number('Не принято поручений', (line) => line.openAssignments, inFile),
]

const Prepare = ({ ctx }: { ctx: Ctx }) =>
  may(ctx, 'order.draft', draftSubject(ctx)) ? (
    <ButtonLink href={paths.newOrder({ territory: ctx.territory.code })}>{`Подготовить ${act(ctx).nominative}`}</ButtonLink>
  ) : null

/** The orders of a territory: those still in the office's hands first, then by day. */
export const orderList = list({
  path: paths.orders,
  permits: 'order.list',
  title: ({ ctx }) => act(ctx).many.title,
  section: 'orders',
  name: 'prikazy',
  nouns: ({ ctx }) => [act(ctx).nominative, act(ctx).genitive, act(ctx).many.genitive],
  search: 'Заголовок, номер, слова из пунктов',
  filters: {
    state: stateFilter,
    year: oneYear({
      label: 'Год подписания',
      empty: 'Все годы',
      choices: async ({ ctx, tx }: AtTerritory) =>
        (await orderYears(tx, ctx)).map((year) => ({ value: String(year), label: String(year) })),
    }),
  },
  even: true,
  rows: ({ ctx, tx }, query) => listOrders(tx, ctx, query),
  columns: ({ ctx }) => columnsOf(ctx),
  empty: ({ where: { ctx } }) => ({
    title: `${capital(act(ctx).many.genitive)} ещё нет`,
    text: `С первого ${act(ctx).genitive} начинается сеть: им утверждают Положение и присваивают статус площадкам.`,
    actions: <Prepare ctx={ctx} />,
  }),
  nothing: { text: 'Выберите другое состояние или другой год.', all: 'Показать все' },
  head: ({ where: { ctx } }) => (
    <PageHead
      title={act(ctx).many.title}
      more={`${act(ctx).title} — единственное основание: так присваивают статус, закрепляют школы, назначают людей и дают поручения.`}
      actions={<Prepare ctx={ctx} />}
    />
  ),
})
