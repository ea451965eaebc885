import { type Ctx, may } from '../../authz/ctx.ts'
import { factText, groups, type RoleWord } from '../../history/facts.ts'
import { localTime } from '../../kernel/clock.ts'
import { withInitials } from '../../kernel/names.ts'
import { type Column, day, text } from '../../kit/list/columns.tsx'
import { oneKnown } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { label } from '../../regulation/people/questions.ts'
import { Timeline } from '../../ui/content.ts'
import { Sheet } from '../../ui/frame.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { groupNames, kindsFor } from './groups.ts'
import { paths } from './paths.ts'
import { type HistoryRow, historyRows } from './queries.ts'
import { itemOf, subjectOf } from './views/history-items.tsx'

const columnsOf = (ctx: Ctx, word: RoleWord): Column<HistoryRow>[] => [
  day('День', (row) => localTime(row.at, ctx.territory.timeZone).day),
  text('Время', (row) => localTime(row.at, ctx.territory.timeZone).time.slice(0, 5)),
  text('Что', (row) => factText(ctx, row.kind, row.facts, word).title),
  text('О ком или о чём', (row) => subjectOf(row, factText(ctx, row.kind, row.facts, word).more)),
  text('Подробности', (row) => factText(ctx, row.kind, row.facts, word).more),
  text('Кто', (row) => row.actor && withInitials(row.actor)),
]

/** Everything that happened in a territory, newest first; each line leads to what it is about. */
export const historyList = list({
  path: paths.history,
  permits: 'history.view',
  title: 'История',
  name: 'istoriya',
  nouns: ['запись', 'записи', 'записей'],
  filters: { group: oneKnown(groups, groupNames, { label: 'О чём записи', empty: 'Всё', look: 'links' }) },
  load: async ({ ctx, tx }) => {
    const all = await regulationsInForce(tx, ctx)
    const word: RoleWord = (kind) => all.map(({ regulation }) => label(regulation, kind)).find((one) => one !== null) ?? null
    return { word }
  },
  rows: ({ ctx, tx }, { group }) => historyRows(tx, ctx, kindsFor(ctx, group)),
  columns: ({ ctx, loaded }) => columnsOf(ctx, loaded.word),
  empty: () => ({ title: 'Записей пока нет', text: 'Они появятся сами, когда здесь что-нибудь сделают.' }),
  nothing: { title: 'Записей пока нет', text: 'Такого здесь ещё не делали.', all: 'Показать всё' },
  body: ({ where: { ctx, loaded }, rows }) => (
    <Sheet>
      <Timeline items={rows.map((row) => itemOf(ctx, row, loaded.word))} />
    </Sheet>
  ),
  tools: ({ where: { ctx } }) =>
    may(ctx, 'copy.view') ? [{ href: paths.copies({ territory: ctx.territory.code }), label: 'Резервные копии' }] : [],
  intro: 'Всё, что было сделано в территории, с именем и временем. Записи не исправляют и не удаляют.',
})
