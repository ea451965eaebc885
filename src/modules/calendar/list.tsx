import { type RawBuilder, sql } from 'kysely'
import { may, timeOf } from '../../authz/ctx.ts'
import { shortPeriod } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type Column, day, inFile, opens, text } from '../../kit/list/columns.tsx'
import { alwaysOne, oneKnown } from '../../kit/list/filters.ts'
import { down } from '../../kit/list/keys.ts'
import { list, publicList } from '../../kit/list/routes.tsx'
import type { AtPublic } from '../../kit/list/spec.ts'
import { calendarKinds } from '../../regulation/calendar/school-year.ts'
import { nb } from '../../ui/content.ts'
import { territoryByCode } from '../../web/territories.ts'
import { paths } from './paths.ts'
import { type CalendarRow, calendarBy } from './queries.ts'
import { kindWords, stateTags } from './texts.ts'

const parts = {
  ahead: (today: Day) => sql`c.state = 'kept' and c.ends_on >= ${today}`,
  past: (today: Day) => sql`c.state = 'kept' and c.ends_on < ${today}`,
  removed: () => sql`c.state = 'removed'`,
} satisfies Readonly<Record<string, (today: Day) => RawBuilder<unknown>>>

const nearest = [sql`c.starts_on`, sql`c.id`]
const latest = [down(sql`c.starts_on`), sql`c.id`]

const kind = oneKnown(calendarKinds, kindWords, { label: 'Что это', empty: 'Любые дни' })
const ofKind = (asked: CalendarRow['kind'] | null) => (asked === null ? sql`true` : sql`c.kind = ${asked}`)

const spans: readonly Column<CalendarRow>[] = [
  text('Что это', (row) => kindWords[row.kind]),
  text(
    'Когда',
    (row) => shortPeriod({ from: row.startsOn, to: row.endsOn }),
    (row) => nb(shortPeriod({ from: row.startsOn, to: row.endsOn })),
  ),
  day('Первый день', (row) => row.startsOn, inFile),
  day('Последний день', (row) => row.endsOn, inFile),
]

const nouns = ['строка', 'строки', 'строк'] as const

/** The calendar of the territory as its people read it, and its operator keeps it. */
export const calendarList = list({
  path: paths.calendar,
  permits: 'calendar.view',
  title: 'Календарь территории',
  section: 'events',
  name: ({ ctx }) => `kalendar-${ctx.territory.code}`,
  nouns,
  filters: {
    show: alwaysOne(
      ['ahead', 'past', 'removed'],
      { ahead: 'Идут и впереди', past: 'Прошедшие', removed: 'Убранные' },
      {
        label: 'Показать',
        usual: 'ahead',
        look: 'links',
      },
    ),
    kind,
  },
  rows: ({ tx, ctx }, { show, kind: asked }) =>
    calendarBy(tx, ctx, sql`${parts[show](ctx.today)} and ${ofKind(asked)}`, show === 'ahead' ? nearest : latest),
  columns: ({ ctx }) => [
    opens<CalendarRow>(
      'Название',
      (row) => row.title,
      (row) => paths.calendarDays({ territory: ctx.territory.code, days: row.id }),
    ),
    ...spans,
    text<CalendarRow>('Состояние', (row) => stateTags[row.state].word, inFile),
  ],
  parts: true,
  empty: ({ where: { ctx } }) => ({
    picture: 'paper',
    title: 'Здесь пока пусто',
    text: may(ctx, 'calendar.keep')
      ? 'Внесите каникулы и дни экзаменов: система предупредит о них, когда назначают мероприятие или день стажировки.'
      : 'Каникулы и дни экзаменов вносит методический центр.',
    ...(may(ctx, 'calendar.keep') && {
      action: { href: paths.newCalendarDays({ territory: ctx.territory.code }), label: 'Внести в календарь' },
    }),
  }),
  tools: ({ where: { ctx } }) => [
    ...(may(ctx, 'calendar.keep')
      ? [{ href: paths.newCalendarDays({ territory: ctx.territory.code }), label: 'Внести в календарь', icon: 'draft' as const }]
      : []),
    { href: paths.publicCalendar({ territory: ctx.territory.code }), label: 'Как видят все' },
  ],
  way: ({ ctx }) => [{ href: paths.events({ territory: ctx.territory.code }), label: 'Мероприятия' }],
  intro:
    'Каникулы, дни экзаменов, нерабочие и перенесённые дни. Ведёт методический центр; система о них предупреждает, но ничего не запрещает.',
})

type At = AtPublic<'/calendar/:territory'>
async function askedAt({ tx, visitor, params }: At) {
  const territory = await territoryByCode(tx, params.territory)
  return territory ? { territory, ...timeOf(territory, visitor.now) } : null
}

/** The same as everybody may read it. */
export const publicCalendarList = publicList({
  path: paths.publicCalendar,
  files: '/calendar/:territory/table',
  title: 'Календарь территории',
  name: 'kalendar',
  nouns,
  filters: {
    show: alwaysOne(
      ['ahead', 'past'],
      { ahead: 'Идут и впереди', past: 'Прошедшие' },
      { label: 'Показать', usual: 'ahead', look: 'links' },
    ),
    kind,
  },
  load: (where: At) => askedAt(where),
  rows: ({ tx, loaded }, { show, kind: asked }) =>
    calendarBy(tx, loaded, sql`${parts[show](loaded.today)} and ${ofKind(asked)}`, show === 'ahead' ? nearest : latest),
  columns: () => [text<CalendarRow>('Название', (row) => row.title), ...spans],
  parts: true,
  empty: () => ({
    picture: 'paper',
    title: 'Здесь пока пусто',
    text: 'Каникулы и дни экзаменов вносит методический центр территории.',
  }),
  way: ({ params }) => [{ href: paths.publicEvents(params), label: 'Мероприятия' }],
  intro: 'Каникулы, дни экзаменов, нерабочие и перенесённые дни, о которых система предупреждает площадки и школы.',
})
