import { may } from '../../authz/ctx.ts'
import { longDate } from '../../kernel/dates.ts'
import { type Column, day, inFile, opens, state, text } from '../../kit/list/columns.tsx'
import { oneText } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { act } from '../../regulation/acts.ts'
import type { RegulationLine } from '../../regulation/stored.ts'
import { paths } from './paths.ts'
import { regulationLines, regulationVersions } from './queries.ts'
import { editionStates, stateOn, stateWords } from './texts.ts'

/** Lines are named only where there is more than one. */
const severalOf = (lines: readonly RegulationLine[]) => (lines.length > 1 ? lines : [])

type EditionRow = Awaited<ReturnType<typeof regulationVersions>>[number]

/** Every edition of the regulation: in force, before it, in preparation, given up. */
export const editionList = list({
  path: paths.editions,
  permits: 'regulation.view',
  title: 'Редакции Положения',
  section: 'regulation',
  load: async ({ tx, ctx }: AtTerritory) => ({ lines: severalOf(await regulationLines(tx, ctx.territory.id)) }),
  name: ({ ctx }) => `redakcii-${ctx.territory.code}`,
  nouns: ['редакция', 'редакции', 'редакций'],
  filters: {
    line: oneText({
      label: 'Положение',
      look: 'links',
      empty: 'Все',
      choices: async ({ tx, ctx }: AtTerritory) =>
        severalOf(await regulationLines(tx, ctx.territory.id)).map(({ code, name }) => ({ value: code, label: name })),
    }),
  },
  rows: async ({ tx, ctx }, { line }) => {
    const versions = await regulationVersions(tx, ctx.territory.id)
    const all = may(ctx, 'regulation.viewDraft') ? versions : versions.filter(({ state }) => state === 'approved')
    return readyRows(line === null ? all : all.filter((one) => one.line.code === line))
  },
  columns: ({ ctx, loaded }): Column<EditionRow>[] => [
    ...(loaded.lines.length > 0 ? [text<EditionRow>('Положение', ({ line }) => line.name)] : []),
    opens(
      'Редакция',
      ({ version }) => `Редакция ${version}`,
      ({ id, state: is }) => {
        const at = { territory: ctx.territory.code }
        return is === 'approved' ? paths.regulation(at, { edition: id }) : paths.edition({ ...at, edition: id })
      },
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
  tools: ({ where: { ctx, loaded }, query: { line } }) => {
    const at = { territory: ctx.territory.code }
    if (!may(ctx, 'regulation.edit')) return []
    return [
      { href: paths.newEdition(at, line === null ? {} : { line }), label: 'Начать новую редакцию', icon: 'plus' },
      { href: paths.newLine(at), label: 'Ещё одно Положение', icon: 'book' },
      ...loaded.lines.map(({ code, name }) => ({
        href: paths.regulationLine({ ...at, code }),
        label: `Назвать иначе: ${name}`,
        icon: 'draft' as const,
      })),
    ]
  },
})
