import { may } from '../../authz/ctx.ts'
import { longDate } from '../../kernel/dates.ts'
import { type Column, day, inFile, opens, state, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import { act } from '../../regulation/acts.ts'
import { paths } from './paths.ts'
import { regulationVersions } from './queries.ts'
import { editionStates, stateOn, stateWords } from './texts.ts'

type EditionRow = Awaited<ReturnType<typeof regulationVersions>>[number]

/** Every edition of the regulation: in force, before it, in preparation, given up. */
export const editionList = list({
  path: paths.editions,
  permits: 'regulation.view',
  title: 'Редакции Положения',
  section: 'regulation',
  name: ({ ctx }) => `redakcii-${ctx.territory.code}`,
  nouns: ['редакция', 'редакции', 'редакций'],
  rows: async ({ tx, ctx }) => readyRows(await regulationVersions(tx, ctx.territory.id)),
  columns: ({ ctx }): Column<EditionRow>[] => [
    opens(
      'Редакция',
      ({ version }) => `Редакция ${version}`,
      ({ id }) => paths.edition({ territory: ctx.territory.code, edition: id }),
    ),
    state('Состояние', (row) => editionStates[stateOn(row, ctx.today)]),
    text(
      'Действует',
      (row) => stateWords(row),
      (row) => (row.startsOn === null ? '—' : stateWords(row)),
    ),
    day('Первый день', ({ startsOn }) => startsOn, inFile),
    day('Последний день', ({ endsOn }) => endsOn, inFile),
  ],
  empty: ({ where: { ctx } }) => ({
    picture: 'paper',
    title: 'Положения ещё нет',
    text: `На ${longDate(ctx.today)} здесь нет ни одной редакции.`,
    ...(may(ctx, 'regulation.edit') && {
      action: { href: paths.newEdition({ territory: ctx.territory.code }), label: 'Начать редакцию' },
    }),
  }),
  intro: ({ ctx }) =>
    `Редакция вступает в силу подписанным ${act(ctx).instrumental}. Дела заканчиваются по той, по которой начаты.`,
  way: ({ ctx }) => [{ href: paths.regulation({ territory: ctx.territory.code }), label: 'Положение' }],
  tools: ({ where: { ctx } }) =>
    may(ctx, 'regulation.edit')
      ? [{ href: paths.newEdition({ territory: ctx.territory.code }), label: 'Начать новую редакцию', icon: 'plus' }]
      : [],
})
