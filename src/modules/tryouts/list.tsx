import { sql } from 'kysely'
import { localTime } from '../../kernel/clock.ts'
import { type Column, day, inFile, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { paths } from './paths.ts'
import { judgedBy, type TryOutRow, tryoutsBy } from './store.ts'
import { stateTags } from './texts.ts'

/** Works of one's trainees, and one's own: what has waited longest first. (R-A2p) */
export const tryoutList = list({
  path: paths.tryouts,
  permits: 'traineeship.listOwn',
  title: 'Стажёрские пробы',
  section: 'traineeships',
  name: ({ ctx }, { show }) => `tryouts-${ctx.territory.code}-${show}`,
  nouns: ['проба', 'пробы', 'проб'],
  filters: {
    show: alwaysOne(
      ['waiting', 'all'],
      { waiting: 'Ждут оценки', all: 'Все' },
      { label: 'Показать', usual: 'waiting', look: 'links' },
    ),
  },
  rows: ({ tx, ctx }, { show }) =>
    tryoutsBy(tx, ctx, {
      where: sql`(${judgedBy(ctx)} or y.person_id = ${ctx.actor.personId}) and ${show === 'waiting' ? sql`y.state = 'handedIn'` : sql`true`}`,
    }),
  columns: ({ ctx: { territory } }): Column<TryOutRow>[] => [
    opens(
      'Проба',
      (row) => row.title,
      (row) => paths.tryout({ territory: territory.code, tryout: row.id }),
      (row) => row.siteName,
    ),
    text('Стажёр', (row) => row.person),
    state('Состояние', (row) => stateTags[row.state]),
    day('Сдана', (row) => row.handedAt && localTime(row.handedAt, territory.timeZone).day),
    text('Площадка', (row) => row.siteName, inFile),
  ],
  empty: () => ({ title: 'Проб здесь нет', text: 'Пробы стажёры сдают со страницы своей стажировки.' }),
  intro: 'Работы стажёров: раньше сданные стоят выше.',
})
