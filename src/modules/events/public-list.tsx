import { sql } from 'kysely'
import { timeOf } from '../../authz/ctx.ts'
import { mostFound, questionOf } from '../../db/words.ts'
import { instantOf, localTime } from '../../kernel/clock.ts'
import type { Day } from '../../kernel/types.ts'
import { type Column, day, inFile, number, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne, oneKnown, oneText } from '../../kit/list/filters.ts'
import { down } from '../../kit/list/keys.ts'
import { publicList } from '../../kit/list/routes.tsx'
import type { AtPublic } from '../../kit/list/spec.ts'
import { nb } from '../../ui/content.ts'
import { territoryByCode } from '../../web/territories.ts'
import { hasTitleWords } from './by-words.ts'
import { freeWords } from './list.tsx'
import { monthPage, mostOfDay } from './month.tsx'
import { paths } from './paths.ts'
import { type Asking, lastPublic, type PublicEvent, publicEventsBy, publicForms } from './public.ts'
import { begunSince, endedBy } from './queries.ts'
import { daysOf, endOf, monthOf, monthsBetween, when } from './span.ts'
import { eventTag } from './texts.ts'
import { hoursOf, whenWords } from './when.ts'

/** The territory of an address and its day; null when there is none. */
export async function askingAt({ tx, visitor, params }: Pick<AtPublic, 'tx' | 'visitor'> & { params: { territory: string } }) {
  const territory = await territoryByCode(tx, params.territory)
  return territory ? { territory, ...timeOf(territory, visitor.now) } : null
}

/** How it is told to everybody where it is held: never in which room. */
export const wayWords = ({ isRemote }: Pick<PublicEvent, 'isRemote'>) => (isRemote ? 'по ссылке' : 'на площадке')
export const publicFree = (row: PublicEvent) => (row.state === 'open' ? freeWords({ free: row.free, waiting: 0 }) : '')

const columns = ({ territory, now }: Asking): Column<PublicEvent>[] => [
  opens(
    'Мероприятие',
    (row) => row.title,
    (row) => paths.publicEvent({ territory: territory.code, event: row.id }),
    (row) => [row.siteName, row.form].filter(Boolean).join(' · '),
  ),
  text('Площадка', (row) => row.siteName, inFile),
  text('Форма', (row) => row.form, inFile),
  day('День', (row) => hoursOf(row, territory).day, inFile),
  text(
    'Когда',
    (row) => `${hoursOf(row, territory).from}–${hoursOf(row, territory).until}`,
    (row) => nb(whenWords(row, territory)),
  ),
  text('Как', wayWords),
  state('Состояние', (row) => eventTag(row, now)),
  text('Места', publicFree),
  number('Свободно', (row) => (row.state === 'open' ? row.free : null), inFile),
]

type At = AtPublic<'/events/:territory'>
async function monthsAhead(at: At) {
  const asking = await askingAt(at)
  const last = asking && (await lastPublic(at.tx, asking))
  return asking && last ? monthsBetween(asking.today, localTime(last, asking.territory.timeZone).day) : []
}
async function formsOf(at: At) {
  const asking = await askingAt(at)
  return asking ? (await publicForms(at.tx, asking)).map((value) => ({ value, label: value })) : []
}

const shown = { ahead: 'Впереди', month: 'Месяц', past: 'Прошедшие' } as const

/** Events of a territory as everybody may see them: a list and a month. */
export const publicEventList = publicList({
  path: paths.publicEvents,
  files: '/events/:territory/table',
  title: 'Мероприятия площадок',
  section: 'publicEvents',
  name: 'meropriyatiya',
  nouns: ['мероприятие', 'мероприятия', 'мероприятий'],
  search: 'Название',
  filters: {
    show: alwaysOne(['ahead', 'month', 'past'], shown, { label: 'Показать', usual: 'ahead', look: 'links' }),
    when: when(monthsAhead),
    form: oneText({ label: 'Форма', empty: 'Любая', choices: formsOf }),
    how: oneKnown(['room', 'link'], { room: 'На площадке', link: 'По ссылке' }, { label: 'Как', empty: 'Любым способом' }),
  },
  load: (where: At) => askingAt(where),
  rows: ({ tx, loaded }, { show, q, form, how, ...asked }) => {
    const { territory, today, now } = loaded
    const span = show === 'month' ? (asked.when ?? monthOf(today)) : asked.when
    const at = (one: Day) => instantOf(one, '00:00:00', territory.timeZone)
    const time = {
      ahead: sql`o.starts_at > ${begunSince(now)} and o.ends_at >= ${now} and o.state <> 'cancelled'`,
      month: sql`o.state <> 'cancelled'`,
      past: sql`o.starts_at < ${now} and o.ends_at < ${now} and o.state <> 'cancelled'`,
    }[show]
    const question = questionOf(q)
    const ends = {
      since: span ? at(span.from) : show === 'ahead' ? now : null,
      until: span ? endedBy(at(endOf(span))) : show === 'past' ? now : null,
    }
    const named = (most: number | null) =>
      question === '' ? sql`true` : hasTitleWords({ territory }, question, { ...ends, newest: show === 'past', most })
    const conditions = (most: number | null) =>
      sql.join(
        [
          time,
          ...(span ? [sql`o.starts_at >= ${at(span.from)} and o.starts_at < ${at(endOf(span))}`] : []),
          ...(form ? [sql`o.form = ${form}`] : []),
          ...(how ? [sql`o.is_remote = ${how === 'link'}`] : []),
          named(most),
        ],
        sql` and `,
      )
    return publicEventsBy(tx, loaded, {
      where: conditions(null),
      ...(show === 'past' && { order: [down(sql`o.starts_at`), sql`o.event_id`] }),
      ...(q && { paged: { where: conditions(form || how || asked.when ? null : mostFound + 1), most: mostFound } }),
      ...(show === 'month' && { perDay: { days: daysOf(asked.when ?? monthOf(today)), most: mostOfDay } }),
    })
  },
  columns: ({ loaded }) => columns(loaded),
  framed: ({ show }) => show === 'month',
  body: ({ query, rows, href, where: { loaded } }) =>
    query.show === 'month'
      ? monthPage(loaded, {
          ...{ rows, href, when: query.when },
          item: (row) => ({
            more: [row.siteName, publicFree(row)].filter(Boolean).join(', '),
            href: paths.publicEvent({ territory: loaded.territory.code, event: row.id }),
          }),
        })
      : undefined,
  parts: true,
  empty: ({ where: { loaded } }) => ({
    title: 'Мероприятий пока нет',
    text: 'Здесь стоят мероприятия, о которых Положение разрешает рассказывать всем.',
    action: { href: paths.publicEvents({ territory: loaded.territory.code }, { show: 'month' }), label: 'Посмотреть месяц' },
  }),
  tools: ({ where: { loaded } }) => [
    { href: paths.publicCalendar({ territory: loaded.territory.code }), label: 'Календарь территории', icon: 'calendar' },
  ],
  way: ({ params }) => [{ href: paths.register({}, { territory: params.territory }), label: 'Реестр' }],
  intro: 'Что проводят стажировочные площадки территории. Чтобы записаться, войдите.',
})
