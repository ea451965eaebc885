import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { idsFound, questionOf } from '../../db/words.ts'
import { type Column, day, inFile, number, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { paths as everywhere } from '../../web/paths.ts'
import { paths } from './paths.ts'
import { type RouteRow, routesBy } from './store.ts'
import { stateTags } from './texts.ts'
import { notHere } from './views/parts.tsx'
import { routesHere } from './whether.ts'

const organisationsOf = ({ posts }: RouteRow) => [...new Set(posts.map(({ organisation }) => organisation))].join('; ')

const columns = ({ territory }: Ctx): Column<RouteRow>[] => [
  opens(
    'Кто',
    (row) => row.person,
    (row) => paths.route({ territory: territory.code, route: row.id }),
    organisationsOf,
  ),
  text('Организация', organisationsOf, inFile),
  state('Состояние', (row) => stateTags[row.state]),
  number('Шагов', (row) => row.steps),
  day('Согласие человека', (row) => row.personAgreedOn),
  day('Согласие методиста или того, кто ведёт', (row) => row.otherAgreedOn, inFile),
  text('Кто согласовал', (row) => row.otherAgreedBy ?? '', inFile),
  day('Начат', (row) => row.activeOn),
  day('Окончен', (row) => row.endedOn, inFile),
  text('Почему остановлен', (row) => row.endReason ?? '', inFile),
]

/** Every route of the territory, for methodists alone. (T-32) */
export const routeList = list({
  path: paths.routes,
  permits: 'route.list',
  title: 'Индивидуальные маршруты',
  section: 'routes',
  name: ({ ctx }, { show }) => `routes-${ctx.territory.code}-${show}`,
  nouns: ['маршрут', 'маршрута', 'маршрутов'],
  search: 'Фамилия',
  intro:
    'Маршрут видят сам человек, методисты центра и тот, кто ведёт его стажировку. Начать маршрут можно на странице дефицитов человека.',
  filters: {
    show: alwaysOne(
      ['now', 'draft', 'ended', 'all'],
      { now: 'Идут', draft: 'Составляются', ended: 'Закончены', all: 'Все' },
      { label: 'Показать', usual: 'all', look: 'links' },
    ),
  },
  absent: async ({ tx, ctx }) => ((await routesHere(tx, ctx)).on ? null : notHere(ctx)),
  rows: ({ tx, ctx }, { q, show }) =>
    routesBy(
      tx,
      ctx,
      sql.join(
        [
          {
            now: sql`r.state = 'active'`,
            draft: sql`r.state = 'draft'`,
            ended: sql`r.state in ('done', 'stopped')`,
            all: sql`true`,
          }[show],
          ...(q === null ? [] : [sql`r.person_id = any(${idsFound('person', questionOf(q))})`]),
        ],
        sql` and `,
      ),
    ),
  columns: ({ ctx }) => columns(ctx),
  empty: ({ where: { ctx } }) => ({
    picture: 'paper',
    title: 'Маршрутов пока нет',
    text: 'Откройте дефициты человека и составьте маршрут из того, что предлагает сеть.',
    action: { href: everywhere.deficits({ territory: ctx.territory.code }), label: 'Открыть дефициты' },
  }),
})
