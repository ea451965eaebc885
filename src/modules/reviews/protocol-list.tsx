import type { Ctx } from '../../authz/ctx.ts'
import { longDate } from '../../kernel/dates.ts'
import { type Column, day, inFile, number, onPage, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import { RowLink } from '../../ui/content.ts'
import { reviewedCalls } from './case.ts'
import type { Protocol } from './model.ts'
import { paths } from './paths.ts'
import { protocolsOf } from './protocol-queries.ts'
import { ProtocolTag } from './views/protocol-tag.tsx'

const columnsOf = ({ territory: { code: territory } }: Ctx): Column<Protocol>[] => [
  onPage('Протокол', (protocol) => (
    <RowLink
      href={paths.protocol({ territory, protocol: protocol.id })}
      name={`№ ${protocol.number} от ${longDate(protocol.heldOn)}`}
      more={protocol.place ?? undefined}
    />
  )),
  number('Номер', (protocol) => protocol.number, inFile),
  day('День заседания', (protocol) => protocol.heldOn, inFile),
  text('Место', (protocol) => protocol.place, inFile),
  number('Заявок', ({ decisions }) => decisions.length),
  text(
    'Состояние',
    ({ state }) => (state === 'signed' ? 'подписан' : 'черновик'),
    (protocol) => <ProtocolTag state={protocol.state} />,
  ),
]

/** The protocols of a call. */
export const protocolList = list({
  path: paths.callProtocols,
  permits: 'review.summary',
  subject: reviewedCalls.subject,
  title: 'Протоколы экспертизы',
  name: 'protokoly',
  nouns: ['протокол', 'протокола', 'протоколов'],
  rows: async ({ ctx, tx, params }) => readyRows(await protocolsOf(tx, ctx, params.call)),
  columns: ({ ctx }) => columnsOf(ctx),
  empty: () => ({
    title: 'Протоколов пока нет',
    text: 'Протокол начинают, когда экспертиза заявок закончена: решения по ним заполнятся по оценкам экспертов.',
  }),
})
