import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { holds, questionOf } from '../../db/words.ts'
import { counted } from '../../kernel/plural.ts'
import type { Instant } from '../../kernel/types.ts'
import { type Column, day, inFile, number, onPage, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne } from '../../kit/list/filters.ts'
import { down } from '../../kit/list/keys.ts'
import { list } from '../../kit/list/routes.tsx'
import { nb, Second } from '../../ui/content.ts'
import { ButtonLink } from '../../ui/frame.ts'
import { nameOfSite } from '../sites/site-queries.ts'
import { paths } from './paths.ts'
import { type EventRow, eventsBy } from './queries.ts'
import { eventTag, placeTags } from './texts.ts'
import { hoursOf, placeWords, whenWords } from './when.ts'

/** Free places as people read them. */
export const freeWords = ({ free, waiting }: Pick<EventRow, 'free' | 'waiting'>): string =>
  free === null
    ? 'сколько придёт'
    : free > 0
      ? `свободно ${counted(free, 'место', 'места', 'мест')}`
      : waiting > 0
        ? `мест нет, в очереди ${waiting}`
        : 'мест нет'

const stateOf = (row: EventRow, now: Instant) =>
  row.state === 'open' && row.mine && now < row.endsAt ? placeTags[row.mine] : eventTag(row, now)

export const eventColumns = ({ territory, now }: Ctx): Column<EventRow>[] => [
  opens(
    'Мероприятие',
    (row) => row.title,
    (row) => paths.event({ territory: territory.code, event: row.id }),
    (row) => [row.siteName, row.audience].filter(Boolean).join(' · '),
  ),
  text('Площадка', (row) => row.siteName, inFile),
  text('Для кого', (row) => row.audience, inFile),
  day('День', (row) => hoursOf(row, territory).day, inFile),
  text(
    'Когда',
    (row) => `${hoursOf(row, territory).from}–${hoursOf(row, territory).until}`,
    (row) => (
      <>
        {nb(whenWords(row, territory))}
        <Second>{placeWords(row)}</Second>
      </>
    ),
  ),
  text('Где', (row) => placeWords(row), inFile),
  state('Состояние', (row) => stateOf(row, now)),
  onPage('Места', (row) =>
    row.state === 'open' ? nb(freeWords(row)) : row.state === 'closed' ? `участников — ${row.present + (row.guests ?? 0)}` : '',
  ),
  number('Мест', (row) => row.places, inFile),
  number('Записано', (row) => row.confirmed, inFile),
  number('Были', (row) => (row.state === 'closed' ? row.present + (row.guests ?? 0) : null), inFile),
]

const shown = {
  ahead: 'Впереди',
  mine: 'Мои',
  past: 'Прошедшие',
} as const

/** Where one may go: what is ahead first, the nearest on top. */
export const eventList = list({
  path: paths.events,
  permits: 'event.view',
  title: 'Мероприятия',
  section: 'events',
  name: ({ ctx }, { show }) => `events-${ctx.territory.code}-${show}`,
  nouns: ['мероприятие', 'мероприятия', 'мероприятий'],
  search: 'Название, для кого или где',
  filters: { show: alwaysOne(['ahead', 'mine', 'past'], shown, { label: 'Показать', usual: 'ahead', look: 'links' }) },
  rows: ({ tx, ctx }, { show, q }) => {
    const time =
      show === 'past'
        ? sql`e.ends_at < ${ctx.now}`
        : show === 'mine'
          ? sql`m.state in ('offered', 'confirmed', 'waiting')`
          : sql`e.ends_at >= ${ctx.now} and e.state <> 'cancelled'`
    const named =
      q === null
        ? sql`true`
        : holds(sql`concat_ws(' ', e.title, e.audience, e.room, ${nameOfSite(ctx, sql`e.site_id`)})`, questionOf(q))
    return eventsBy(tx, ctx, {
      where: sql`${time} and ${named}`,
      ...(show === 'past' && { order: [down(sql`e.starts_at`), sql`e.id`] }),
    })
  },
  columns: ({ ctx }) => eventColumns(ctx),
  empty: ({ where: { ctx }, query: { show } }) => ({
    title:
      show === 'mine' ? 'Вы никуда не записаны' : show === 'past' ? 'Мероприятий ещё не было' : 'Впереди мероприятий пока нет',
    text: 'Мероприятие назначают из строки утверждённого плана площадки.',
    actions: <ButtonLink href={paths.plans({ territory: ctx.territory.code })}>Открыть планы</ButtonLink>,
  }),
  tools: ({ where: { ctx } }) => [{ href: paths.my({ territory: ctx.territory.code }), label: 'Моё' }],
  intro: 'Куда можно прийти: открытые уроки, семинары и встречи площадок.',
})
