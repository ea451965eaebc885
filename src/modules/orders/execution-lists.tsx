import type { Ctx } from '../../authz/ctx.ts'
import { localTime } from '../../kernel/clock.ts'
import { shortDate } from '../../kernel/dates.ts'
import { type Column, day, inFile, onPage, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import { RowLink, StateTag } from '../../ui/content.ts'
import { PageHead } from '../../ui/frame.ts'
import { type AcquaintanceLine, acquaintanceSheet } from './execution-queries.ts'
import { paths } from './paths.ts'
import { signedOrder } from './queries.ts'
import { orderInControl } from './route-subjects.ts'
import { OrderCrumbs } from './views/execution-pages.tsx'

const access = { permits: 'order.control', subject: orderInControl } as const
const section = 'orders' as const
/** An order has at most 200 points: all stand on one page. */
const size = 2000
const noneYet = async () => ({ title: 'Здесь пока пусто', text: 'Строки появятся после подписания.' })

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
  load: ({ tx, ctx, params }) => signedOrder(tx, ctx, params.order),
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
