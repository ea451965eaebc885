import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { instantOf, localTime } from '../../kernel/clock.ts'
import { addDays } from '../../kernel/dates.ts'
import type { Day, EventId, Instant, OrganisationId, PersonId, PlanId, SiteId } from '../../kernel/types.ts'
import { down, type Keys, orderOf } from '../../kit/list/keys.ts'
import { mappedRows, type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { CameFrom } from '../plans/model.ts'
import { nameOfSite } from '../sites/site-queries.ts'
import type { EventState, PlaceState } from './machine.ts'
import { freePlaces } from './rules.ts'
import { hoursOf, whenWords } from './when.ts'

type Where = Pick<Ctx, 'territory'>

/** An event in a list, with the place of whoever looks. */
export type EventRow = {
  readonly id: EventId
  readonly siteId: SiteId
  readonly planId: PlanId
  readonly lineKey: string
  readonly siteName: string
  readonly title: string
  readonly state: EventState
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly room: string | null
  readonly link: string | null
  readonly audience: string | null
  readonly places: number | null
  readonly confirmed: number
  readonly waiting: number
  readonly present: number
  readonly guests: number | null
  /** How many places there are for somebody of no attached organisation; null: no limit. */
  readonly free: number | null
  readonly mine: PlaceState | null
  readonly wasThere: boolean | null
  /** How many there are on its day, where only the first of a day are read. */
  readonly ofDay: number | null
}
type Found = Omit<EventRow, 'free'> & {
  readonly keptPlaces: number | null
  readonly keptUntil: Day | null
  readonly ofAttached: number
}

type Question = {
  readonly where: RawBuilder<unknown>
  readonly order?: Keys
  /** Of very many so many are paged through, and by this condition: what is asked of each costs. A file has all of them. */
  readonly paged?: { readonly where: RawBuilder<unknown>; readonly most: number }
}

/** The event is one where whoever looks has such a place `m`. */
export const mine = ({ territory, actor }: Pick<Ctx, 'territory' | 'actor'>, place: RawBuilder<unknown> = sql`true`) =>
  sql<boolean>`e.id in (select m.event_id from event_places m where m.territory_id = ${territory.id} and m.person_id = ${actor.personId} and ${place})`

/** What this person may see of events `e`: a draft is seen by its site alone. */
const seen = ({ territory, actor }: Ctx) =>
  sql<boolean>`e.territory_id = ${territory.id} and (e.state <> 'draft' or e.site_id = any(${ownSites(actor)}::uuid[]))`
export const ownSites = ({ headsSites, staffOfSites }: Ctx['actor']) => [...headsSites, ...staffOfSites]

/** Whether an event has a place for somebody of no attached organisation. */
export const hasPlaces = ({ today }: Pick<Ctx, 'today'>) => sql<boolean>`(e.places is null or e.places > (
  select count(*) filter (where p.state = 'confirmed') + case when e.kept_until >= ${today}
    then greatest(0, e.kept_places - count(*) filter (where p.state = 'confirmed' and p.attached)) else 0 end
  from event_places p where p.territory_id = e.territory_id and p.event_id = e.id))`

/** Where a person may still come who has no place there yet; whoever heads the site receives people. */
export const mayCome = (ctx: Pick<Ctx, 'territory' | 'actor' | 'now'>) =>
  sql`e.state = 'open' and e.starts_at > ${ctx.now} and not ${mine(ctx)} and e.site_id <> all(${[...ctx.actor.headsSites]}::uuid[])`

/** For so many days after an event the three questions wait. */
const askedDays = 14
const asksStill = ({ now }: Pick<Ctx, 'now'>) =>
  sql`e.state = 'closed' and e.ends_at > ${new Date(now.getTime() - askedDays * 86_400_000)}`
export const asksThree = (ctx: Pick<Ctx, 'territory' | 'actor' | 'now'>) =>
  sql`${asksStill(ctx)} and ${mine(ctx, sql`m.present and m.answered_at is null`)}`
/** What a person, whose place `m` is, has to answer: whether they come where they are sent to, how it was where they were. */
export const asksAnswer = (ctx: Pick<Ctx, 'now'>) =>
  sql`(e.state = 'open' and e.starts_at > ${ctx.now} and m.state = 'offered' or ${asksStill(ctx)} and m.present and m.answered_at is null)`

const nearest: Keys = [sql`e.starts_at`, sql`e.id`]

/** Events by a condition on `e`, the event. */
export const eventsBy = (tx: Tx, ctx: Ctx, { where, order = nearest, paged }: Question): Rows<EventRow> =>
  eventsOf(tx, ctx, {
    ...{ from: sql`events e`, ofDay: sql`null::int`, where: sql`${seen(ctx)} and ${where}`, order },
    ...(paged && { paged: { ...paged, where: sql`${seen(ctx)} and ${paged.where}` } }),
  })

/** An event begins and ends on one day: what is on now, or is still to come, has not begun earlier than so. */
const longest = 25 * 3_600_000
export const begunSince = (now: Instant): Instant => new Date(now.getTime() - longest)
export const endedBy = (now: Instant): Instant => new Date(now.getTime() + longest)
export const endsFrom = (now: Instant) => sql<boolean>`(e.starts_at > ${begunSince(now)} and e.ends_at >= ${now})`
export const isOver = (now: Instant) => sql<boolean>`(e.starts_at < ${now} and e.ends_at < ${now})`

/** The first so many of each of these days, with how many there are; saved whole. Every day is looked up by itself: its first ones, and their number. */
export function eventsByDay(tx: Tx, ctx: Ctx, { where }: Question, { days, most }: OfDays): Rows<EventRow> {
  const own = sql`${seen(ctx)} and ${where} and e.starts_at >= d.first and e.starts_at < d.next`
  const from = sql`(select e.*, c.of_day from ${daysAsked(ctx, days)}
    cross join lateral (select count(*)::int as of_day from events e where ${own}) c
    cross join lateral (select e.* from events e where ${own} order by e.starts_at, e.id limit ${most}) e where c.of_day > 0) e`
  const first = eventsOf(tx, ctx, {
    from,
    ofDay: sql`e.of_day`,
    where: sql`true`,
    order: nearest,
    counted: sql`e.state = 'open' and e.places is not null`,
  })
  return countedByDay(first, eventsBy(tx, ctx, { where }), ctx)
}

type OfDays = { readonly days: readonly Day[]; readonly most: number }
type OnDay = { readonly startsAt: Instant; readonly endsAt: Instant; readonly ofDay: number | null }

/** These days of a territory as rows `d`: when each begins, and the next one. */
export const daysAsked = ({ territory }: Pick<Ctx, 'territory'>, days: readonly Day[]) => {
  const at = (day: Day) => instantOf(day, '00:00:00', territory.timeZone)
  return sql`unnest(${days.map(at)}::timestamptz[], ${days.map((day) => at(addDays(day, 1)))}::timestamptz[]) as d(first, next)`
}

/** The first ones of each day, read once: how many there are in all they know themselves. A file has all of them. */
export function countedByDay<Row extends OnDay>(
  first: Rows<Row>,
  all: Rows<Row>,
  { territory }: Pick<Ctx, 'territory'>,
): Rows<Row> {
  let read: ReturnType<Rows<Row>['from']> | null = null
  const shown = () => {
    read ??= first.from(onePage, {})
    return read
  }
  return {
    ...all,
    count: async () => {
      const ofDay = new Map((await shown()).map(({ row }) => [localTime(row.startsAt, territory.timeZone).day, row.ofDay ?? 0]))
      return [...ofDay.values()].reduce((sum, one) => sum + one, 0)
    },
    from: shown,
    page: async () => (await shown()).map(({ row }) => row),
  }
}
/** A month is one page. */
const onePage = 1000

type Asked = Omit<Question, 'order'> & {
  readonly order: Keys
  readonly from: RawBuilder<unknown>
  readonly ofDay: RawBuilder<unknown>
  /** Of which the places are counted: a month says of what is ahead only whether there are any left. */
  readonly counted?: RawBuilder<unknown>
}
/** Of an event that is ahead it matters how its places are taken, of one that is over who was there. */
const eventsOf = (tx: Tx, ctx: Ctx, { from, ofDay, where, order, paged, counted = sql`true` }: Asked): Rows<EventRow> =>
  mappedRows(
    sqlRows<Found>(tx, {
      as: 'e',
      select: sql`e.id, e.site_id, e.plan_id, e.line_key, ${nameOfSite(ctx, sql`e.site_id`)} as site_name, e.title, e.state, e.starts_at, e.ends_at, e.room, e.link, e.audience, e.places, e.kept_places, e.kept_until,
        e.guests, m.state as mine, m.present as was_there, ${ofDay} as of_day, c.*`,
      from,
      joins: sql`left join event_places m on m.territory_id = e.territory_id and m.event_id = e.id and m.person_id = ${ctx.actor.personId}
        cross join lateral (select count(*) filter (where state = 'confirmed')::int as confirmed, count(*) filter (where state = 'waiting')::int as waiting,
          count(*) filter (where state = 'confirmed' and attached)::int as of_attached, count(*) filter (where present)::int as present
          from event_places p where ${counted} and p.territory_id = e.territory_id and p.event_id = e.id) c`,
      where,
      order,
      ...(paged && { paged }),
    }),
    ({ keptPlaces, keptUntil, ofAttached, ...row }) => ({
      ...row,
      free: freePlaces({ places: row.places, keptPlaces, keptUntil, confirmed: row.confirmed, ofAttached }, false, ctx.today),
    }),
  )

/** An event where one has a place, as one's own page names it. */
export type OwnEvent = Pick<
  EventRow,
  'id' | 'title' | 'siteName' | 'state' | 'startsAt' | 'endsAt' | 'room' | 'link' | 'mine' | 'wasThere'
>

/** Events where whoever looks has such a place `m`, by a condition on `e` too; the first so many. */
export async function ownEvents(
  tx: Tx,
  ctx: Ctx,
  { place, where, order = nearest }: Question & { readonly place: RawBuilder<unknown> },
  most: number,
): Promise<readonly OwnEvent[]> {
  const { rows } = await sql<OwnEvent>`
    select e.id, e.title, ${nameOfSite(ctx, sql`e.site_id`)} as site_name, e.state, e.starts_at, e.ends_at, e.room, e.link, m.state as mine, m.present as was_there
    from event_places m join events e on e.territory_id = m.territory_id and e.id = m.event_id
    where m.territory_id = ${ctx.territory.id} and m.person_id = ${ctx.actor.personId} and ${place} and ${seen(ctx)} and ${where}
    order by ${orderOf(order, false)} limit ${most}`.execute(tx)
  return rows
}

/** The first and the last moment at which events are. */
export async function timesOfEvents(tx: Tx, ctx: Ctx) {
  return oneRow(
    tx,
    sql<{
      first: Instant | null
      last: Instant | null
    }>`select min(e.starts_at) as first, max(e.starts_at) as last from events e where e.territory_id = ${ctx.territory.id}`,
  )
}

/** When the events were at which a person was by their lists. */
export async function timesAttended(tx: Tx, ctx: Pick<Ctx, 'territory' | 'actor'>) {
  const { rows } = await sql<{ startsAt: Instant; endsAt: Instant }>`select e.starts_at, e.ends_at from events e
    where e.territory_id = ${ctx.territory.id} and ${mine(ctx, sql`m.present`)}`.execute(tx)
  return rows
}

/** What came of the closed events of a line: how many people in all, guests among them, from where those of the lists came, and when the last one was. */
export async function heldOfLine(tx: Tx, { territory }: Where, planId: PlanId, lineKey: string) {
  return oneRow(
    tx,
    sql<{ people: number; cameFrom: CameFrom; lastAt: Instant | null; open: boolean }>`
      select (coalesce(sum(e.guests), 0) + coalesce(sum((select count(*) from event_places p
          where p.territory_id = e.territory_id and p.event_id = e.id and p.present)) filter (where e.state = 'closed'), 0))::int as people,
        (select json_build_object('people', count(*), 'organisations', count(distinct p.organisation_id),
            'schools', count(distinct p.organisation_id) filter (where organisation_kind(p.territory_id, p.organisation_id) = 'school'))
          from events c join event_places p on p.territory_id = c.territory_id and p.event_id = c.id and p.present and p.organisation_id is not null
          where c.territory_id = ${territory.id} and c.plan_id = ${planId} and c.line_key = ${lineKey} and c.state = 'closed') as came_from,
        max(e.starts_at) filter (where e.state = 'closed') as last_at, coalesce(bool_or(e.state in ('draft', 'open')), false) as open
      from events e where e.territory_id = ${territory.id} and e.plan_id = ${planId} and e.line_key = ${lineKey}`,
  )
}

/** Events of a line of a plan, the earliest first. */
export const eventsOfLine = (tx: Tx, ctx: Ctx, planId: PlanId, lineKey: string) =>
  eventsBy(tx, ctx, { where: sql`e.plan_id = ${planId} and e.line_key = ${lineKey}` }).page(50, 0)

/** What those who were there have answered. */
export async function answersOf(tx: Tx, { territory }: Where, eventId: EventId) {
  return tx
    .selectFrom('eventAnswers')
    .select(['useful', 'tries', 'words'])
    .where((is) => is.and({ territoryId: territory.id, eventId }))
    .orderBy('id')
    .execute()
}

/** People of these organisations who have a place and whose lessons nobody has answered about yet. */
export async function toRelease(
  tx: Tx,
  { territory, now }: Pick<Ctx, 'territory' | 'now'>,
  organisations: readonly OrganisationId[],
  most: number,
) {
  const { rows } = await sql<{ eventId: EventId; title: string; startsAt: Instant; endsAt: Instant; personId: PersonId }>`
    select e.id as event_id, e.title, e.starts_at, e.ends_at, p.person_id from event_places p
    join events e on e.territory_id = p.territory_id and e.id = p.event_id
    where p.territory_id = ${territory.id} and p.organisation_id = any(${[...organisations]}::uuid[]) and p.released is null and p.present is null and p.state in ('confirmed', 'waiting')
      and e.takes_lessons and e.state = 'open' and e.starts_at > ${now} order by e.starts_at limit ${most}`.execute(tx)
  return rows
}

/** That somebody was at a closed event. */
export type Attended = {
  readonly eventId: EventId
  readonly personId: PersonId
  readonly organisationId: OrganisationId | null
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}
const attendance = ({ territory }: Where, where: RawBuilder<unknown>) =>
  sql`event_places p join events e on e.territory_id = p.territory_id and e.id = p.event_id
    where p.territory_id = ${territory.id} and p.present and e.state = 'closed' and ${where}`

/** Who was at which closed event, the earliest first, by a condition on `e` (the event) and `p` (the place). */
export async function attendedBy(tx: Tx, ctx: Where, where: RawBuilder<unknown>): Promise<Attended[]> {
  const { rows } = await sql<Attended>`select p.event_id, p.person_id, p.organisation_id, e.title, e.starts_at, e.ends_at
    from ${attendance(ctx, where)} order by e.starts_at, e.id`.execute(tx)
  return rows
}

/** How many people were at closed events of each site, by the same condition. */
export async function peopleAtSites(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, where: RawBuilder<unknown>) {
  const { rows } = await sql<{ siteId: SiteId; siteName: string; people: number }>`select e.site_id,
    ${nameOfSite(ctx, sql`e.site_id`)} as site_name, count(distinct p.person_id)::int as people
    from ${attendance(ctx, where)} group by e.site_id`.execute(tx)
  return rows
}

/** Whether the list of the event that these columns name says that the person was there, for a query of another module. */
export const wasPresent = ({ territory }: Where, event: RawBuilder<unknown>, person: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from event_places was where was.territory_id = ${territory.id} and was.event_id = ${event} and was.person_id = ${person} and was.present)`

/** The day of the event that this column names, none of one that was called off, for a query of another module. */
export const dayOfEvent = ({ territory }: Where, event: RawBuilder<unknown>) =>
  sql<Day | null>`(select (its.starts_at at time zone ${territory.timeZone})::date from events its
    where its.territory_id = ${territory.id} and its.id = ${event} and its.state <> 'cancelled')`

/** Events of a site that are not called off, each with its day and its time in words, for a module above. */
export async function eventsOfSite(
  tx: Tx,
  ctx: Ctx,
  siteId: SiteId,
  { most, linked }: { readonly most: number; readonly linked: readonly EventId[] },
) {
  const stays = sql`e.id = any(${[...linked]}::uuid[])`
  const found = await eventsBy(tx, ctx, {
    where: sql`e.site_id = ${siteId} and (e.state <> 'cancelled' or ${stays})`,
    order: [down(stays), down(sql`e.starts_at`), sql`e.id`],
  }).page(most, 0)
  return found.map((event) => ({
    id: event.id,
    title: event.title,
    day: hoursOf(event, ctx.territory).day,
    when: whenWords(event, ctx.territory),
  }))
}

/** Whether a site has told everybody of an event. */
export const siteHasPublicEvents = async (tx: Tx, siteId: SiteId): Promise<boolean> =>
  (await tx.selectFrom('publicEvents').select('eventId').where('siteId', '=', siteId).limit(1).executeTakeFirst()) !== undefined
