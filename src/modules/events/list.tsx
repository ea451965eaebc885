import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { holds, mostFound, questionOf } from '../../db/words.ts'
import { instantOf, localTime } from '../../kernel/clock.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day, Instant } from '../../kernel/types.ts'
import { type Column, day, inFile, number, onPage, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne, oneKnown, oneNamed, oneText } from '../../kit/list/filters.ts'
import { down } from '../../kit/list/keys.ts'
import { list } from '../../kit/list/routes.tsx'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { formsOfWork } from '../../regulation/work/questions.ts'
import { nb, Second } from '../../ui/content.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { directionsOfSites, isSite, nameOfSite, sitesOfDirection, sitesOfList } from '../sites/site-queries.ts'
import { hasWords, isOneWithWords } from './by-words.ts'
import { monthPage, mostOfDay } from './month.tsx'
import { paths } from './paths.ts'
import { type EventRow, endedBy, endsFrom, eventsBy, eventsByDay, hasPlaces, isOver, mine, timesOfEvents } from './queries.ts'
import { holdsPlace } from './rules.ts'
import { daysOf, endOf, monthOf, monthsBetween, type Span, when } from './span.ts'
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
  month: 'Месяц',
  mine: 'Мои',
  past: 'Прошедшие',
} as const

/** The months in which there are events, from this one on; earlier ones are behind the calendar. */
async function monthsAhead({ tx, ctx }: AtTerritory) {
  const { last } = await timesOfEvents(tx, ctx)
  return last === null ? [] : monthsBetween(ctx.today, localTime(last, ctx.territory.timeZone).day)
}

const formsOf = async ({ tx, ctx }: AtTerritory) => {
  const forms = (await regulationsInForce(tx, ctx)).flatMap(({ regulation }) => formsOfWork(regulation))
  return [...new Map(forms.map(({ code, label }) => [code, { value: code, label }])).values()]
}

type Asked = {
  readonly show: keyof typeof shown
  readonly q: string | null
  readonly when: Span | null
  readonly form: string | null
  readonly direction: string | null
  readonly site: string | null
  readonly how: 'room' | 'link' | null
  readonly places: 'free' | null
}

/** The events an address asks for, as a condition on `e`; `named` is that of its words. */
function askedFor(ctx: Ctx, asked: Asked, named: RawBuilder<unknown> | null): RawBuilder<unknown> {
  const { show, form, direction, site, how, places } = asked
  const span = spanOf(ctx, asked)
  const at = (day: Day) => instantOf(day, '00:00:00', ctx.territory.timeZone)
  const time = {
    ahead: sql`${endsFrom(ctx.now)} and e.state <> 'cancelled'`,
    month: sql`e.state <> 'cancelled'`,
    mine: mine(ctx, sql`m.state in ('offered', 'confirmed', 'waiting')`),
    past: isOver(ctx.now),
  }[show]
  return sql.join(
    [
      time,
      ...(span ? [sql`e.starts_at >= ${at(span.from)} and e.starts_at < ${at(endOf(span))}`] : []),
      ...(named ? [named] : []),
      ...(form ? [sql`e.form = ${form}`] : []),
      ...(direction ? [sql`e.site_id in ${sitesOfDirection(ctx, direction)}`] : []),
      ...(site ? [isSite(ctx, sql`e.site_id`, site)] : []),
      ...(how ? [how === 'room' ? sql`e.room is not null` : sql`e.link is not null`] : []),
      ...(places ? [sql`e.state = 'open'`, hasPlaces(ctx)] : []),
    ],
    sql` and `,
  )
}

const spanOf = (ctx: Ctx, asked: Pick<Asked, 'show' | 'when'>) =>
  asked.show === 'month' ? (asked.when ?? monthOf(ctx.today)) : asked.when

/** How events are found by words: one's own are few and each is looked at; others in the time that is asked for, `most` of them. */
function byWords(ctx: Ctx, asked: Asked, most: number | null): Parameters<typeof hasWords> {
  const span = spanOf(ctx, asked)
  const at = (day: Day) => instantOf(day, '00:00:00', ctx.territory.timeZone)
  const since = span ? at(span.from) : asked.show === 'ahead' ? ctx.now : null
  const until = span ? endedBy(at(endOf(span))) : asked.show === 'past' ? ctx.now : null
  const isPast = asked.show === 'past'
  return [ctx, questionOf(asked.q), { since, until, newest: isPast, most }, isPast]
}
const among = (ctx: Ctx, q: string | null) =>
  holds(sql`concat_ws(' ', e.title, e.audience, e.room, ${nameOfSite(ctx, sql`e.site_id`)})`, questionOf(q))

/** Where one may go: what is ahead first, the nearest on top; a month as a calendar. */
export const eventList = list({
  path: paths.events,
  permits: 'event.view',
  title: 'Куда можно прийти',
  section: 'events',
  name: ({ ctx }, { show }) => `events-${ctx.territory.code}-${show}`,
  nouns: ['мероприятие', 'мероприятия', 'мероприятий'],
  search: 'Название, для кого или где',
  filters: {
    show: alwaysOne(['ahead', 'month', 'mine', 'past'], shown, { label: 'Показать', usual: 'ahead', look: 'links' }),
    when: when(monthsAhead),
    form: oneText({ label: 'Форма', empty: 'Любая', choices: formsOf }),
    direction: oneText({
      label: 'Направление',
      empty: 'Любое',
      choices: async ({ tx, ctx }: AtTerritory) => (await directionsOfSites(tx, ctx)).map((value) => ({ value, label: value })),
    }),
    site: oneNamed({ label: 'Площадка', empty: 'Любая', choices: sitesOfList }),
    how: oneKnown(['room', 'link'], { room: 'На месте', link: 'По ссылке' }, { label: 'Как', empty: 'Любым способом' }),
    places: oneKnown(['free'], { free: 'Есть свободные' }, { label: 'Места', empty: 'Не важно' }),
  },
  rows: async ({ tx, ctx }, asked) => {
    const { show, q, when, form, direction, site, how, places } = asked
    const named = questionOf(q) === '' ? null : show === 'mine' ? among(ctx, q) : hasWords(...byWords(ctx, asked, null))
    const where = askedFor(ctx, asked, named)
    if (show === 'month') return eventsByDay(tx, ctx, { where }, { days: daysOf(when ?? monthOf(ctx.today)), most: mostOfDay })
    // By words alone nothing that is found is left out later.
    const isAlone = named !== null && show !== 'mine' && !(when || form || direction || site || how || places)
    const few = isAlone ? await isOneWithWords(tx, ...byWords(ctx, asked, mostFound + 1)) : named
    return eventsBy(tx, ctx, {
      where,
      ...((q !== null || places !== null) && { paged: { where: askedFor(ctx, asked, few), most: mostFound } }),
      ...(asked.show === 'past' && { order: [down(sql`e.starts_at`), sql`e.id`] }),
    })
  },
  columns: ({ ctx }) => eventColumns(ctx),
  framed: ({ show }) => show === 'month',
  body: ({ query, where: { ctx }, rows, href }) =>
    query.show === 'month' ? monthPage(ctx, { rows, href, when: query.when, item: (row) => onDay(ctx, row) }) : undefined,
  empty: emptiness,
  parts: true,
  tools: ({ where: { ctx } }) => [
    { href: paths.my({ territory: ctx.territory.code }), label: 'Моё' },
    { href: paths.calendar({ territory: ctx.territory.code }), label: 'Календарь территории', icon: 'calendar' },
  ],
  intro: 'Открытые уроки, семинары и встречи площадок: записаться может каждый.',
})

const nothingIn = {
  ahead: {
    title: 'Впереди мероприятий пока нет',
    text: 'Площадки назначают их по своим утверждённым планам. Как только назначат, они появятся здесь и среди ваших дел.',
  },
  month: { title: 'В этом месяце мероприятий нет', text: 'Посмотрите следующий месяц.' },
  mine: { title: 'Вы никуда не записаны', text: 'Здесь будет всё, на что вы запишетесь или куда вас направят.' },
  past: { title: 'Мероприятий ещё не было', text: 'Здесь останутся мероприятия, которые прошли.' },
} as const

type Nothing = { readonly where: { readonly ctx: Ctx }; readonly query: { readonly show: keyof typeof shown } }

/** What stands where there is nothing, and where to go from there. */
function emptiness({ where: { ctx }, query: { show } }: Nothing) {
  const to = { territory: ctx.territory.code }
  const plans = show === 'ahead' && ctx.actor.headsSites.length + ctx.actor.staffOfSites.length > 0
  const months = { href: paths.events(to, { show: 'month' }), label: 'Посмотреть месяц' }
  const ahead = { href: paths.events(to), label: 'Куда можно прийти' }
  return {
    ...nothingIn[show],
    action: show === 'mine' ? ahead : plans ? { href: paths.plans(to), label: 'Открыть планы' } : months,
  }
}

const onDay = ({ territory }: Ctx, row: EventRow) => {
  const words = row.state === 'open' ? freeWords(row) : row.state === 'draft' ? 'готовится' : 'состоялось'
  return {
    own: row.mine !== null && holdsPlace(row.mine),
    more: [row.siteName, words].filter(Boolean).join(', '),
    href: paths.event({ territory: territory.code, event: row.id }),
  }
}
