import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, EventId, Instant, SiteId } from '../../kernel/types.ts'
import type { Keys } from '../../kit/list/keys.ts'
import { mappedRows, type Rows, sqlRows } from '../../kit/list/rows.ts'
import { formOfWork } from '../../regulation/work/questions.ts'
import { nameOfSite } from '../sites/site-queries.ts'
import { tellsActivity } from '../sites/standing-queries.ts'
import type { OpenEvent } from './case.ts'
import { countedByDay, daysAsked } from './queries.ts'
import { freePlaces } from './rules.ts'

type Where = Pick<Ctx, 'territory'>

/** What an announced event says now goes to where it is public already; of one that is not, nothing does. */
export async function refreshPublic(tx: Tx, { territory }: Where, ids: readonly EventId[]): Promise<void> {
  await sql`update public_events o set title = e.title, state = e.state, is_remote = e.room is null, starts_at = e.starts_at, ends_at = e.ends_at,
      version = e.edit_version, places = e.places, kept_until = e.kept_until, taken = c.taken, kept = greatest(0, coalesce(e.kept_places, 0) - c.of_attached)
    from events e cross join lateral (select count(*)::int as taken, (count(*) filter (where p.attached))::int as of_attached from event_places p
      where p.territory_id = e.territory_id and p.event_id = e.id and p.state = 'confirmed') c
    where o.territory_id = ${territory.id} and o.event_id = any(${[...ids]}::uuid[]) and e.territory_id = o.territory_id and e.id = o.event_id`.execute(
    tx,
  )
}

const isPublic = async (tx: Tx, { territory }: Where, eventId: EventId): Promise<boolean> =>
  (await tx
    .selectFrom('publicEvents')
    .select('eventId')
    .where((is) => is.and({ territoryId: territory.id, eventId }))
    .executeTakeFirst()) !== undefined

/**
 * An event is announced, or changed since: it is public where the edition in force on that day publishes the activity of sites; of those announced before,
 * what is still ahead gets there with the edition that does (`public-day.ts`). What everybody has been told stays true, whatever a later edition says.
 */
export async function publishEvent(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, event: OpenEvent): Promise<void> {
  if (event.one.state === 'draft') return
  if ((await isPublic(tx, ctx, event.one.id)) || (await tellsActivity(tx, ctx, event.site.id))) await makePublic(tx, ctx, event)
}

/** The same once that is decided. */
export async function makePublic(tx: Tx, ctx: Where, { one, site }: OpenEvent): Promise<void> {
  if (one.state === 'draft') return
  const form = one.form && (formOfWork(site.regulation, one.form).value?.label ?? null)
  const { title, state, startsAt, endsAt, places, siteId } = one
  await tx
    .insertInto('publicEvents')
    .values({
      ...{ territoryId: ctx.territory.id, eventId: one.id },
      siteId,
      title,
      form,
      state,
      startsAt,
      endsAt,
      places,
      isRemote: one.room === null,
      version: one.editVersion,
      taken: 0,
      kept: 0,
    })
    .onConflict((on) => on.columns(['territoryId', 'eventId']).doNothing())
    .execute()
  await refreshPublic(tx, ctx, [one.id])
}

/** An event as everybody may see it. */
export type PublicEvent = {
  readonly id: EventId
  readonly siteId: SiteId
  readonly siteName: string | null
  readonly title: string
  readonly form: string | null
  readonly state: 'open' | 'closed' | 'cancelled'
  readonly isRemote: boolean
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly version: number
  readonly places: number | null
  readonly free: number | null
  readonly ofDay: number | null
}
type Found = Omit<PublicEvent, 'free'> & { readonly taken: number; readonly kept: number; readonly keptUntil: Day | null }

const nearest: Keys = [sql`o.starts_at`, sql`o.event_id`]
const columns = ({
  territory,
}: Where) => sql`o.event_id as id, o.site_id, o.title, o.form, o.state, o.is_remote, o.starts_at, o.ends_at, o.version, o.places,
  o.taken, o.kept, o.kept_until, ${nameOfSite({ territory }, sql`o.site_id`)} as site_name`

type Question = {
  readonly where: RawBuilder<unknown>
  readonly order?: Keys
  /** Of each of these days only the first so many. */
  readonly perDay?: { readonly days: readonly Day[]; readonly most: number }
  /** Of very many so many are paged through, and by this condition. */
  readonly paged?: { readonly where: RawBuilder<unknown>; readonly most: number }
}
/** Where and when a public page is asked for. */
export type Asking = Pick<Ctx, 'territory' | 'today' | 'now'>

/** Public events by a condition on `o`; with `perDay` the first so many of each day. */
export function publicEventsBy(
  tx: Tx,
  { territory, today }: Omit<Asking, 'now'>,
  { where, order = nearest, perDay, paged }: Question,
): Rows<PublicEvent> {
  const ofTerritory = (condition: RawBuilder<unknown>) => sql`o.territory_id = ${territory.id} and ${condition}`
  const own = ofTerritory(where)
  const make = ({ taken, kept, keptUntil, ...row }: Found): PublicEvent => ({
    ...row,
    free: freePlaces({ places: row.places, keptPlaces: kept, keptUntil, confirmed: taken, ofAttached: 0 }, false, today),
  })
  const all = mappedRows(
    sqlRows<Found>(tx, {
      select: sql`${columns({ territory })}, null::int as of_day`,
      from: sql`public_events o`,
      where: own,
      order,
      ...(paged && { paged: { ...paged, where: ofTerritory(paged.where) } }),
    }),
    make,
  )
  if (perDay === undefined) return all
  const ofDay = sql`${own} and o.starts_at >= d.first and o.starts_at < d.next`
  const from = sql`(select o.*, c.of_day from ${daysAsked({ territory }, perDay.days)}
    cross join lateral (select count(*)::int as of_day from public_events o where ${ofDay}) c
    cross join lateral (select o.* from public_events o where ${ofDay} order by o.starts_at, o.event_id limit ${perDay.most}) o where c.of_day > 0) o`
  const select = sql`${columns({ territory })}, o.of_day`
  return countedByDay(mappedRows(sqlRows<Found>(tx, { select, from, where: sql`true`, order }), make), all, { territory })
}

/** One of them; null when it is not public. */
export async function publicEvent(tx: Tx, asking: Asking, id: EventId): Promise<PublicEvent | null> {
  return (await publicEventsBy(tx, asking, { where: sql`o.event_id = ${id}` }).page(1, 0))[0] ?? null
}

/** The last of the events that everybody may see, where there is any. */
export async function lastPublic(tx: Tx, { territory }: Pick<Asking, 'territory'>): Promise<Instant | null> {
  const { rows } = await sql<{ last: Instant | null }>`
    select max(starts_at) as last from public_events where territory_id = ${territory.id} and state <> 'cancelled'`.execute(tx)
  return rows[0]?.last ?? null
}

const publicForm = ({ territory }: Where) =>
  sql`public_events o where o.territory_id = ${territory.id} and o.state <> 'cancelled' and o.form is not null`

/** The forms of work among them, as the paper calls them: each is found by the one before it, for there are few forms and very many events. */
export async function publicForms(tx: Tx, { territory }: Pick<Asking, 'territory'>): Promise<string[]> {
  const { rows } = await sql<{ form: string }>`
    with recursive known as (
      (select o.form from ${publicForm({ territory })} order by o.form limit 1)
      union all select (select o.form from ${publicForm({ territory })} and o.form > k.form order by o.form limit 1) from known k where k.form is not null)
    select form from known where form is not null order by form`.execute(tx)
  return rows.map(({ form }) => form)
}
