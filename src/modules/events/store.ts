import { sql, type Updateable } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { EventPlaces } from '../../db/types.ts'
import { newId } from '../../kernel/ids.ts'
import { move } from '../../kernel/machine.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { EventId, EventPlaceId, Instant, OrganisationId, PersonId } from '../../kernel/types.ts'
import { personSubject } from '../people/subject-queries.ts'
import { attachedSchools } from '../sites/queries.ts'
import type { OpenEvent } from './case.ts'
import { type PlaceAction, type PlaceState, placeMachine } from './machine.ts'
import { movedUp, type Places } from './rules.ts'
import { hoursOf } from './when.ts'

type Where = Pick<Ctx, 'territory'>

/** A person's place at an event. */
export type Place = {
  readonly id: EventPlaceId
  readonly personId: PersonId
  readonly organisationId: OrganisationId | null
  readonly attached: boolean
  readonly state: PlaceState
  readonly number: number
  readonly askedAt: Instant
  readonly sentBy: PersonId | null
  readonly released: boolean | null
  readonly present: boolean | null
  readonly knownBy: 'list' | 'self' | 'paper' | null
  readonly answeredAt: Instant | null
}

const columns = [
  ...(['id', 'personId', 'organisationId', 'attached', 'state', 'number', 'askedAt'] as const),
  ...(['sentBy', 'released', 'present', 'knownBy', 'answeredAt'] as const),
] as const

/** Everybody who has to do with an event, in the order in which they came. */
export const placesOf = (tx: Tx, { territory }: Where, eventId: EventId): Promise<Place[]> =>
  tx
    .selectFrom('eventPlaces')
    .select(columns)
    .where((is) => is.and({ territoryId: territory.id, eventId }))
    .orderBy('number')
    .execute()

/** The place of one person. */
export const placeOf = (tx: Tx, { territory }: Where, eventId: EventId, personId: PersonId): Promise<Place | undefined> =>
  tx
    .selectFrom('eventPlaces')
    .select(columns)
    .where((is) => is.and({ territoryId: territory.id, eventId, personId }))
    .executeTakeFirst()

/** Those who were there. */
export const presentAt = async (tx: Tx, at: Where, eventId: EventId): Promise<Place[]> =>
  (await placesOf(tx, at, eventId)).filter(({ present }) => present === true)

/** Writes the same into some places of an event. */
export async function changePlaces(
  tx: Tx,
  { territory }: Where,
  ids: readonly EventPlaceId[],
  values: Updateable<EventPlaces>,
): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('eventPlaces').set(values).where('territoryId', '=', territory.id).where('id', 'in', ids).execute()
}

type Limits = Pick<Places, 'places' | 'keptPlaces' | 'keptUntil'>

/** How the places of an event are taken now. */
export async function placesTaken(tx: Tx, { territory }: Where, event: { readonly id: string } & Limits): Promise<Places> {
  const { rows } = await sql<{ confirmed: number; ofAttached: number }>`
    select count(*)::int as confirmed, (count(*) filter (where attached))::int as of_attached from event_places
    where territory_id = ${territory.id} and event_id = ${event.id} and state = 'confirmed'`.execute(tx)
  const { places, keptPlaces, keptUntil } = event
  return { places, keptPlaces, keptUntil, confirmed: rows[0]?.confirmed ?? 0, ofAttached: rows[0]?.ofAttached ?? 0 }
}

/** Where a person works, and whether that is an organisation attached to the site on the day of the event: such a one comes first. */
export async function organisationFor(tx: Tx, ctx: Ctx, { one, site }: OpenEvent, personId: PersonId) {
  const { day } = hoursOf(one, ctx.territory)
  const [subject, attached] = await Promise.all([personSubject(tx, ctx, personId), attachedSchools(tx, ctx, site.id, day)])
  const own = subject?.organisationIds ?? []
  const close = own.find((id) => attached.some(({ organisationId }) => organisationId === id))
  return { organisationId: close ?? own[0] ?? null, attached: close !== undefined }
}

/** Other events at the same time where this person has a place or stands in the queue. */
export async function clashesOf(
  tx: Tx,
  { territory }: Where,
  personId: PersonId,
  event: { id: string; startsAt: Instant; endsAt: Instant },
) {
  const { rows } = await sql<{ title: string }>`
    select e.title from event_places p join events e on e.territory_id = p.territory_id and e.id = p.event_id
    where p.territory_id = ${territory.id} and p.person_id = ${personId} and p.state = 'confirmed' and e.id <> ${event.id}
      and e.state = 'open' and e.starts_at < ${event.endsAt} and e.ends_at > ${event.startsAt} order by e.starts_at limit 1`.execute(
    tx,
  )
  return rows
}

/** Until the end of the transaction nobody else takes a place for this person: two events at one time cannot both see no clash. */
export const lockPlacesOf = (tx: Tx, { territory }: Where, personId: PersonId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`places ${territory.id} ${personId}`}, 0))`.execute(tx)

/** The event as it is now, until the end of the transaction nobody else's. */
export const lockedEvent = (tx: Tx, { territory }: Where, id: EventId) =>
  tx
    .selectFrom('events')
    .select(['id', 'state', 'startsAt', 'places', 'keptPlaces', 'keptUntil'])
    .where((is) => is.and({ territoryId: territory.id, id }))
    .forUpdate()
    .executeTakeFirstOrThrow()

/** Whether anybody waits for a place. */
export const someWait = async (tx: Tx, { territory }: Where, eventId: EventId): Promise<boolean> =>
  (await tx
    .selectFrom('eventPlaces')
    .select('id')
    .where((is) => is.and({ territoryId: territory.id, eventId, state: 'waiting' }))
    .limit(1)
    .executeTakeFirst()) !== undefined

type Asked = { readonly eventId: EventId; readonly personId: PersonId; readonly before: Place | undefined }
type Changes = Partial<Pick<Place, 'number' | 'organisationId' | 'attached'>> &
  Partial<{ sentBy: PersonId; askedAt: Date; released: boolean; releasedBy: PersonId; releasedAt: Date }>

/** Moves the place of a person by its machine, or begins one: whoever asks again stands at the end of the queue. */
export async function movePlace(
  tx: Tx,
  { territory, now }: Pick<Ctx, 'territory' | 'now'>,
  { eventId, personId, before }: Asked,
  action: PlaceAction,
  more: Changes = {},
): Promise<Result<PlaceState>> {
  const next = before ? move(placeMachine, before.state, action) : move(placeMachine, 'withdrawn', action)
  if (!next.ok) return next
  const its = { territoryId: territory.id, eventId, personId }
  const comes = before === undefined || ['withdrawn', 'declined', 'offered'].includes(before.state)
  const number = comes ? nextNumber(its) : (before?.number ?? 1)
  // Who sends somebody has let them go; whoever comes back is asked about anew.
  const anew = { released: null, releasedBy: null, releasedAt: null }
  const written = {
    ...(before?.state === 'offered' ? {} : comes && anew),
    ...(comes && { askedAt: now }),
    ...more,
    state: next.value,
    number,
  }
  if (before)
    await tx
      .updateTable('eventPlaces')
      .set(written)
      .where((is) => is.and(its))
      .execute()
  else
    await tx
      .insertInto('eventPlaces')
      .values({ ...its, id: newId(), attached: false, askedAt: now, ...written })
      .execute()
  return ok(next.value)
}

/** The next number of an event: at the end of the queue. */
const nextNumber = ({ territoryId, eventId }: { territoryId: Ctx['territory']['id']; eventId: EventId }) =>
  sql<number>`(select coalesce(max(number), 0) + 1 from event_places where territory_id = ${territoryId} and event_id = ${eventId})`

/** Gives the places that are free now to the first of the queue; says to whom. Whoever calls holds the lock of the event. */
export async function fillFromQueue(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  event: { readonly id: EventId } & Limits,
): Promise<PersonId[]> {
  const { territory, today } = ctx
  // Who has taken a place elsewhere at that time meanwhile waits on, and lets the next one pass.
  const { rows: queue } = await sql<Pick<Place, 'id' | 'personId' | 'attached'>>`
    select w.id, w.person_id, w.attached from event_places w join events e on e.territory_id = w.territory_id and e.id = w.event_id
    where w.territory_id = ${territory.id} and w.event_id = ${event.id} and w.state = 'waiting' and not exists (
      select from event_places p join events other on other.territory_id = p.territory_id and other.id = p.event_id
      where p.territory_id = w.territory_id and p.person_id = w.person_id and p.state = 'confirmed' and other.id <> e.id
        and other.state = 'open' and other.starts_at < e.ends_at and other.ends_at > e.starts_at)
    order by w.number`.execute(tx)
  if (queue.length === 0) return []
  const up = movedUp(await placesTaken(tx, ctx, event), queue, today)
  const ids = up.map(({ id }) => id)
  await changePlaces(tx, ctx, ids, { state: placeMachine.moves.waiting.take })
  return up.map(({ personId }) => personId)
}
