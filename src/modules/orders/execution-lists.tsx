import type { Ctx } from '../../authz/ctx.ts'
import { localTime } from '../../kernel/clock.ts'
import { daysBetween, shortDate } from '../../kernel/dates.ts'
import { withInitials } from '../../kernel/names.ts'
import { restOfDays } from '../../kernel/plural.ts'
import type { OrderId } from '../../kernel/types.ts'
import { type Column, day, inFile, onPage, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import { Facts, RowLink, Second, StateTag, TextLink } from '../../ui/content.ts'
import { PageHead } from '../../ui/frame.ts'
import type { PageRequest } from '../../web/route.ts'
import { type AcquaintanceLine, type AssignmentLine, acquaintanceSheet, controlView } from './execution-queries.ts'
import type { FullOrder } from './model.ts'
import { paths } from './paths.ts'
import { findOrder, nameOf } from './queries.ts'
import { orderInControl } from './route-subjects.ts'
import { assignmentStateNames } from './texts.ts'
import { OrderCrumbs } from './views/execution-pages.tsx'
import { AssignmentTag } from './views/state-tag.tsx'

type AtOrder = Pick<PageRequest, 'ctx' | 'tx'> & { readonly params: { readonly order: OrderId } }

/** A signed order for the pages of its execution; null for a draft. */
async function signedOrder({ ctx, tx, params }: AtOrder): Promise<FullOrder | null> {
  const full = await findOrder(tx, ctx, params.order)
  return full && full.order.signedOn !== null ? full : null
}

const access = { permits: 'order.control', subject: orderInControl } as const
const section = 'orders' as const
/** An order has at most 200 points: all stand on one page. */
const size = 2000
const noneYet = async () => ({ title: 'Здесь пока пусто', text: 'Строки появятся, когда приказ будет подписан.' })

type PointLine = { readonly point: FullOrder['points'][number]; readonly line: AssignmentLine | null }

const dueCell = ({ line }: PointLine, ctx: Ctx) => {
  if (!line) return ''
  if (line.dueOn === null) return 'без срока'
  return (
    <>
      {shortDate(line.dueOn)}
      {line.state === 'open' && <Second>{restOfDays(daysBetween(ctx.today, line.dueOn))}</Second>}
    </>
  )
}

function stateCell({ line }: PointLine) {
  if (!line) return ''
  return (
    <>
      <AssignmentTag {...line} />
      {line.doneOn && <Second>исполнено {shortDate(line.doneOn)}</Second>}
      {line.note && <Second>{line.note}</Second>}
    </>
  )
}

const controlColumns = (ctx: Ctx): Column<PointLine>[] => [
  text(
    'Пункт',
    ({ point }) => point.number,
    ({ point }) => <RowLink name={`п. ${point.number}`} more={point.text} />,
  ),
  text('Текст', ({ point }) => point.text, inFile),
  text(
    'Исполнитель',
    ({ line }) => line?.person,
    ({ line }) =>
      line ? (
        <TextLink href={paths.assignment({ territory: ctx.territory.code, assignment: line.id })}>{line.person}</TextLink>
      ) : (
        'Не поручение'
      ),
  ),
  day(
    'Срок',
    ({ line }) => line?.dueOn,
    (row) => dueCell(row, ctx),
  ),
  text('Состояние', ({ line }) => line && (line.isOverdue ? 'просрочено' : assignmentStateNames[line.state]), stateCell),
  day('Исполнено', ({ line }) => line?.doneOn, inFile),
  day('Принято', ({ line }) => line?.acceptedOn, inFile),
  text('Что сделано', ({ line }) => line?.note, inFile),
]

function Figures({ rows }: { rows: readonly PointLine[] }) {
  const lines = rows.flatMap(({ line }) => line ?? [])
  const count = (state: AssignmentLine['state']) => lines.filter((line) => line.state === state).length
  return (
    <>
      <Facts
        facts={[
          { name: 'Принято', value: count('accepted'), of: `из ${lines.length}` },
          { name: 'Ждёт приёмки', value: count('done') },
          { name: 'В работе', value: count('open') },
          { name: 'Просрочено', value: lines.filter((line) => line.isOverdue).length },
        ]}
      />
      <div class="pl-gap" />
    </>
  )
}

/** Every point of an order with everybody who has it as a task: what the one in control sees. */
export const controlList = list({
  ...{ ...access, section, size, even: true, empty: noneYet },
  path: paths.orderControl,
  title: 'Контроль исполнения',
  name: 'kontrol',
  nouns: ['строка', 'строки', 'строк'],
  load: signedOrder,
  rows: async ({ ctx, tx, loaded: full }) => {
    const lines = await controlView(tx, ctx, full.order.id)
    return readyRows(
      full.points.flatMap((point): PointLine[] => {
        const own = lines.filter((line) => line.pointNumber === point.number)
        return own.length > 0 ? own.map((line) => ({ point, line })) : [{ point, line: null }]
      }),
    )
  },
  columns: ({ ctx }) => controlColumns(ctx),
  head: async ({ where, rows }) => {
    const full = where.loaded
    const id = full.order.controllerId
    const controller = id && withInitials(await nameOf(where.tx, where.ctx, id))
    return (
      <>
        <OrderCrumbs ctx={where.ctx} full={full} />
        <PageHead title="Контроль исполнения" more={controller ? `Контролирует ${controller}` : 'Контроль никому не поручен'} />
        <Figures rows={rows} />
      </>
    )
  },
})

const readCell = ({ confirmedAt }: AcquaintanceLine, zone: string) =>
  confirmedAt === null ? (
    <StateTag tone="wait" word="Ещё не прочёл" />
  ) : (
    <StateTag tone="ok" icon="done" word={`Ознакомлен ${shortDate(localTime(confirmedAt, zone).day)}`} />
  )

const acquaintanceColumns = ({ territory: { code: territory, timeZone } }: Ctx): Column<AcquaintanceLine>[] => [
  text(
    'Человек',
    (line) => line.person,
    (line) => (
      <RowLink
        href={paths.person({ territory, person: line.personId })}
        name={line.person}
        more={[line.post, line.organisation].filter((part) => part !== null).join(', ')}
      />
    ),
  ),
  text('Должность', (line) => line.post, inFile),
  text('Организация', (line) => line.organisation, inFile),
  onPage('Ознакомление', (line) => readCell(line, timeZone)),
  day('Ознакомлен', ({ confirmedAt }) => confirmedAt && localTime(confirmedAt, timeZone).day, inFile),
]

/** The acquaintance sheet: who has to read the order, who has and when. Those who have not stand first. */
export const acquaintanceList = list({
  ...{ ...access, section, size, even: true, empty: noneYet },
  path: paths.orderAcquaintance,
  title: 'Лист ознакомления',
  name: 'list-oznakomleniya',
  nouns: ['человек', 'человека', 'человек'],
  load: signedOrder,
  rows: async ({ ctx, tx, loaded }) => {
    const lines = await acquaintanceSheet(tx, ctx, loaded.order.id)
    return readyRows([...lines.filter((line) => line.confirmedAt === null), ...lines.filter((line) => line.confirmedAt !== null)])
  },
  columns: ({ ctx }) => acquaintanceColumns(ctx),
  head: ({ where, rows, total }) => {
    const full = where.loaded
    const document = (format: string) =>
      paths.orderAcquaintanceDocument({ territory: where.ctx.territory.code, order: full.order.id, format })
    return (
      <>
        <OrderCrumbs ctx={where.ctx} full={full} />
        <PageHead
          title="Лист ознакомления"
          more={`Подтвердили, что прочли: ${rows.filter((line) => line.confirmedAt !== null).length} из ${total}`}
          tools={[
            { href: document('docx'), label: 'Скачать .docx', icon: 'download' },
            { href: document('pdf'), label: 'Скачать .pdf', icon: 'download' },
          ]}
        />
      </>
    )
  },
})
