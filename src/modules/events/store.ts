import { sql, type Updateable } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import type { EventPlaces } from '../../db/types.ts'
import { newId } from '../../kernel/ids.ts'
import { move } from '../../kernel/machine.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { EventId, EventPlaceId, Instant, OrganisationId, PersonId } from '../../kernel/types.ts'
import { employersOf } from '../people/subject-queries.ts'
import { areAttached } from '../sites/queries.ts'
import type { OpenEvent } from './case.ts'
import { type PlaceAction, type PlaceState, placeMachine } from './machine.ts'
import { movedUp, type Places, takesNoPlace } from './rules.ts'
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
  /** How often the head of the school has answered about the lessons. */
  readonly answers: number
}

const columns = [
  ...(['id', 'personId', 'organisationId', 'attached', 'state', 'number', 'askedAt'] as const),
  ...(['sentBy', 'released', 'present', 'knownBy', 'answeredAt', 'answers'] as const),
] as const

/** Everybody who has to do with an event, in the order in which they came. */
export const placesOf = (tx: Tx, { territory }: Where, eventId: EventId): Promise<Place[]> =>
  tx
    .selectFrom('eventPlaces')
    .select(columns)
    .where((is) => is.and({ territoryId: territory.id, eventId }))
    .orderBy('number')
    .execute()

/** The places of these people at an event. */
export const placesOfPeople = (tx: Tx, { territory }: Where, eventId: EventId, people: readonly PersonId[]): Promise<Place[]> =>
  tx
    .selectFrom('eventPlaces')
    .select(columns)
    .where((is) => is.and({ territoryId: territory.id, eventId }))
    .where(sql<boolean>`person_id = any(${[...people]}::uuid[])`)
    .execute()

/** The place of one person. */
export const placeOf = async (tx: Tx, at: Where, eventId: EventId, personId: PersonId): Promise<Place | undefined> =>
  (await placesOfPeople(tx, at, eventId, [personId]))[0]

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

/** How the places of an event are taken now, whether anybody waits for one, and the last number given. */
export async function placesTaken(
  tx: Tx,
  { territory }: Where,
  event: { readonly id: string } & Limits,
): Promise<Places & { readonly waits: boolean; readonly last: number }> {
  const found = await oneRow(
    tx,
    sql<{ confirmed: number; ofAttached: number; waits: boolean; last: number }>`
    select (count(*) filter (where state = 'confirmed'))::int as confirmed, (count(*) filter (where state = 'confirmed' and attached))::int as of_attached,
      coalesce(bool_or(state = 'waiting'), false) as waits, coalesce(max(number), 0) as last from event_places
    where territory_id = ${territory.id} and event_id = ${event.id}`,
  )
  const { places, keptPlaces, keptUntil } = event
  return { places, keptPlaces, keptUntil, ...found }
}

type Employed = { readonly organisationId: OrganisationId | null; readonly attached: boolean }
const nowhere: Employed = { organisationId: null, attached: false }

/** Where these people work, and whether that is an organisation attached to the site on the day of the event: such a one comes first. */
export async function organisationsFor(
  tx: Tx,
  ctx: Ctx,
  { one, site }: OpenEvent,
  people: readonly PersonId[],
): Promise<(personId: PersonId) => Employed> {
  const { day } = hoursOf(one, ctx.territory)
  const employers = await employersOf(tx, ctx, people)
  const attached = await areAttached(tx, ctx, { siteId: site.id, on: day }, [...new Set([...employers.values()].flat())])
  return (personId) => {
    const own = employers.get(personId) ?? []
    const close = own.find((id) => attached.has(id))
    return own[0] === undefined ? nowhere : { organisationId: close ?? own[0], attached: close !== undefined }
  }
}

/** The same of one person. */
export const organisationFor = async (tx: Tx, ctx: Ctx, opened: OpenEvent, personId: PersonId): Promise<Employed> =>
  (await organisationsFor(tx, ctx, opened, [personId]))(personId)

type Held = { readonly id: string; readonly startsAt: Instant; readonly endsAt: Instant }

/** Other events at the same time where these people have a place: of each the earliest. */
export async function clashesOf(
  tx: Tx,
  { territory }: Where,
  people: readonly PersonId[],
  event: Held,
): Promise<ReadonlyMap<PersonId, { readonly title: string }>> {
  const { rows } = await sql<{ personId: PersonId; title: string }>`
    select distinct on (p.person_id) p.person_id, e.title from event_places p join events e on e.territory_id = p.territory_id and e.id = p.event_id
    where p.territory_id = ${territory.id} and p.person_id = any(${[...people]}::uuid[]) and p.state = 'confirmed' and e.id <> ${event.id}
      and e.state = 'open' and e.starts_at < ${event.endsAt} and e.ends_at > ${event.startsAt} order by p.person_id, e.starts_at`.execute(
    tx,
  )
  return new Map(rows.map(({ personId, title }) => [personId, { title }]))
}

/**
 * Until the end of the transaction nobody else takes a place for these people: two events at one time cannot both see no clash. Many are locked in one
 * order. Who asks is locked before the event; who moves up in the queue only while it is held, for nobody knows before who that is. So two may wait crosswise:
 * the database ends one of them, and `transact` tries it again.
 */
export const lockPlacesOf = (tx: Tx, { territory }: Where, people: readonly PersonId[]) =>
  sql`select pg_advisory_xact_lock(one) from (
    select hashtextextended('places ' || ${territory.id}::text || ' ' || person, 0) as one from unnest(${[...people]}::text[]) person order by 1) sorted`.execute(
    tx,
  )

/** The event as it is now, until the end of the transaction nobody else's. */
export const lockedEvent = (tx: Tx, { territory }: Where, id: EventId) =>
  tx
    .selectFrom('events')
    .select(['id', 'state', 'startsAt', 'places', 'keptPlaces', 'keptUntil'])
    .where((is) => is.and({ territoryId: territory.id, id }))
    .forUpdate()
    .executeTakeFirstOrThrow()

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
  const number = comes ? (more.number ?? nextNumber(its)) : (before?.number ?? 1)
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

/**
 * Somebody is at an event: whoever has no place there is written down as having come. False for whoever is marked already, of whom nothing
 * changes.
 */
export async function writeThere(
  tx: Tx,
  given: OpenEvent & { readonly ctx: Ctx },
  personId: PersonId,
  knownBy: 'self' | 'list',
): Promise<Result<boolean>> {
  const { one, ctx } = given
  const before = await placeOf(tx, ctx, one.id, personId)
  if (before?.present === true) return ok(false)
  if (takesNoPlace(before?.state)) {
    const own = await organisationFor(tx, ctx, given, personId)
    const moved = await movePlace(tx, ctx, { eventId: one.id, personId, before }, 'come', own)
    if (!moved.ok) return moved
  }
  await tx
    .updateTable('eventPlaces')
    .set({ present: true, knownBy, markedBy: ctx.actor.personId, markedAt: ctx.now })
    .where((is) => is.and({ territoryId: ctx.territory.id, eventId: one.id, personId }))
    .execute()
  return ok(true)
}

/** The next number of an event: at the end of the queue. */
const nextNumber = ({ territoryId, eventId }: { territoryId: Ctx['territory']['id']; eventId: EventId }) =>
  sql<number>`(select coalesce(max(number), 0) + 1 from event_places where territory_id = ${territoryId} and event_id = ${eventId})`

/** Somebody who never had to do with an event, and what they get there. */
export type NewPlace = Employed & {
  readonly personId: PersonId
  readonly number: number
  readonly state: PlaceState
  readonly askedAt: Instant
}

/** Writes down those who come for the first time. Whoever calls holds the lock of the event and gives the numbers. */
export async function addPlaces(tx: Tx, { territory }: Where, eventId: EventId, added: readonly NewPlace[]): Promise<void> {
  if (added.length === 0) return
  const rows = added.map((one) => ({ territoryId: territory.id, id: newId<EventPlaceId>(), eventId, ...one }))
  await tx.insertInto('eventPlaces').values(rows).execute()
}

/** Gives the places that are free now to the first of the queue; says to whom. Whoever calls holds the lock of the event. */
export async function fillFromQueue(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  event: { readonly id: EventId } & Limits,
): Promise<MovedUp[]> {
  // Another event at that time may be giving the same person a place just now: who is to move up is locked, then looked at once more.
  for (const locked = new Set<PersonId>(); ; ) {
    const up = await firstOfQueue(tx, ctx, event)
    const others = up.map(({ personId }) => personId).filter((id) => !locked.has(id))
    if (others.length > 0) {
      await lockPlacesOf(tx, ctx, others)
      for (const id of others) locked.add(id)
      continue
    }
    await changePlaces(
      tx,
      ctx,
      up.map(({ id }) => id),
      { state: placeMachine.moves.waiting.take },
    )
    return up.map(({ personId, number }) => ({ personId, number }))
  }
}

/** Who has got a place, under which number of the queue: whoever comes back has another, and is told again. */
export type MovedUp = Pick<Place, 'personId' | 'number'>
type Queued = Pick<Place, 'id' | 'personId' | 'attached' | 'number'>

/** Those of the queue for whom there is a place now. Who has taken one elsewhere at that time meanwhile waits on, and lets the next one pass. */
async function firstOfQueue(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  event: { readonly id: EventId } & Limits,
): Promise<readonly Queued[]> {
  const { territory, today } = ctx
  const { rows: queue } = await sql<Queued>`
    select w.id, w.person_id, w.attached, w.number from event_places w join events e on e.territory_id = w.territory_id and e.id = w.event_id
    where w.territory_id = ${territory.id} and w.event_id = ${event.id} and w.state = 'waiting' and not exists (
      select from event_places p join events other on other.territory_id = p.territory_id and other.id = p.event_id
      where p.territory_id = w.territory_id and p.person_id = w.person_id and p.state = 'confirmed' and other.id <> e.id
        and other.state = 'open' and other.starts_at < e.ends_at and other.ends_at > e.starts_at)
    order by w.number`.execute(tx)
  return queue.length === 0 ? [] : movedUp(await placesTaken(tx, ctx, event), queue, today)
}
