import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { idsFound, questionOf } from '../../db/words.ts'
import { type Column, day, inFile, onPage, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne, oneKnown } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { nb, Second } from '../../ui/content.ts'
import { ButtonGroup, ButtonLink, PageHead } from '../../ui/frame.ts'
import { type Competence, groupNames, groups } from './framework.ts'
import { paths } from './paths.ts'
import { sources } from './rules.ts'
import { type DeficitRow, deficitsBy, frameworkHere } from './store.ts'
import { closedWords, sourceWords, stateTags } from './texts.ts'
import { calledIn, Ground, notHere } from './views/parts.tsx'
import { deficitsHere } from './whether.ts'

const organisationsOf = ({ posts }: DeficitRow) => [...new Set(posts.map(({ organisation }) => organisation))].join('; ')
const groupOf = (framework: readonly Competence[], { competenceId }: DeficitRow) => {
  const found = framework.find(({ id }) => id === competenceId)
  return found ? groupNames[found.group] : 'Своими словами'
}

const columns = ({ territory }: Ctx, framework: readonly Competence[]): Column<DeficitRow>[] => [
  opens(
    'Дефицит',
    (row) => calledIn(framework, row),
    (row) => paths.deficit({ territory: territory.code, deficit: row.id }),
    (row) => groupOf(framework, row),
  ),
  text('Группа', (row) => groupOf(framework, row), inFile),
  onPage('Кто', (row) => (
    <>
      {nb(row.person)}
      <Second>{organisationsOf(row)}</Second>
    </>
  )),
  text('Кто', (row) => row.person, inFile),
  text('Организация', organisationsOf, inFile),
  text('Откуда известно', (row) => sourceWords[row.source]),
  day('С какого дня', (row) => row.startsOn),
  state('Состояние', (row) => stateTags[row.state]),
  text('Чем закрыт', closedWords, inFile),
  text('Документ', (row) => row.document, inFile),
]

/** Every deficit of the territory by name, for methodists alone. (T-32) */
export const deficitList = list({
  path: paths.deficits,
  permits: 'deficit.list',
  title: 'Профессиональные дефициты',
  section: 'deficits',
  name: ({ ctx }, { show }) => `deficits-${ctx.territory.code}-${show}`,
  nouns: ['дефицит', 'дефицита', 'дефицитов'],
  search: 'Фамилия',
  filters: {
    show: alwaysOne(
      ['open', 'closed', 'all'],
      { open: 'Открытые', closed: 'Закрытые', all: 'Все' },
      { label: 'Показать', usual: 'open', look: 'links' },
    ),
    source: oneKnown(sources, sourceWords, { label: 'Откуда известно', empty: 'Отовсюду' }),
    group: oneKnown(groups, groupNames, { label: 'Группа', empty: 'Любая' }),
  },
  load: async ({ tx, ctx }: AtTerritory<typeof paths.deficits.pattern>) => {
    const [here, framework] = await Promise.all([deficitsHere(tx, ctx), frameworkHere(tx, ctx)])
    return { here, framework }
  },
  absent: async ({ tx, ctx }) => ((await deficitsHere(tx, ctx)).on ? null : notHere(ctx)),
  rows: ({ tx, ctx, loaded: { framework } }, { q, show, source, group }) =>
    deficitsBy(
      tx,
      ctx,
      sql.join(
        [
          show === 'all' ? sql`d.state <> 'takenBack'` : sql`d.state = ${show}`,
          ...(source === null ? [] : [sql`d.source = ${source}`]),
          ...(group === null
            ? []
            : [sql`d.competence_id = any(${framework.filter((one) => one.group === group).map(({ id }) => id)}::uuid[])`]),
          ...(q === null ? [] : [sql`d.person_id = any(${idsFound('person', questionOf(q))})`]),
        ],
        sql` and `,
      ),
    ),
  columns: ({ ctx, loaded: { framework } }) => columns(ctx, framework),
  empty: () => ({
    picture: 'paper',
    title: 'Здесь пока пусто',
    text: 'Педагоги называют дефициты сами, на странице «Моё» или по личной ссылке. Диагностику с документом отмечаете вы.',
  }),
  head: ({ where: { ctx, loaded } }) => (
    <>
      <PageHead
        title="Профессиональные дефициты"
        more="С именами их видят методисты центра, сам человек и тот, кто ведёт его стажировку"
        actions={<ButtonLink href={paths.deficitOf({ territory: ctx.territory.code })}>Отметить дефицит</ButtonLink>}
      />
      <Ground ctx={ctx} here={loaded.here} />
      <ButtonGroup>
        <ButtonLink kind="secondary" href={paths.deficitMap({ territory: ctx.territory.code })}>
          Карта
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.deficitNumbers({ territory: ctx.territory.code })}>
          В числах
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.competences({ territory: ctx.territory.code })}>
          Перечень компетенций
        </ButtonLink>
      </ButtonGroup>
    </>
  ),
})
