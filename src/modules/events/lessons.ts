import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import type { Told } from '../../kit/told.ts'
import { headsOf } from '../people/head-queries.ts'
import type { OpenEvent } from './case.ts'
import { holdsPlace, retimed } from './rules.ts'
import { changePlaces, type MovedUp, type Place, placesOf } from './store.ts'
import { eventWords } from './when.ts'

type Event = OpenEvent['one']

/** The heads of these organisations today. */
async function headsAt(tx: Tx, ctx: Ctx, organisations: readonly OrganisationId[]) {
  return (await headsOf(tx, ctx, ctx.today, organisations)).map(({ personId }) => personId)
}

/** The head of the school is asked about the lessons of whoever has taken a place. */
export async function askedToRelease(tx: Tx, ctx: Ctx, event: Event, place: Place | undefined, person: string): Promise<Told[]> {
  if (!event.takesLessons || !place || place.organisationId === null || place.released !== null) return []
  const to = (await headsAt(tx, ctx, [place.organisationId])).filter((id) => id !== place.personId)
  // Of each of their people, also on one day: the number of a place is nobody else's.
  return [{ kind: 'event.asksRelease', to, params: { ...eventWords(event, ctx.territory), person }, nth: place.number }]
}

/** An answer about lessons belongs to the time it was given for: of another time heads are asked anew. */
export async function askedAnew(tx: Tx, ctx: Ctx, before: Event, now: Event): Promise<Told[]> {
  if (now.state !== 'open' || !now.takesLessons || now.startsAt <= ctx.now) return []
  const isRetimed = retimed(before, now)
  if (!isRetimed && before.takesLessons) return []
  const places = await placesOf(tx, ctx, now.id)
  const answered = places.filter(({ released }) => released !== null)
  const unanswered = { released: null, releasedBy: null, releasedAt: null }
  if (isRetimed)
    await changePlaces(
      tx,
      ctx,
      answered.map(({ id }) => id),
      unanswered,
    )
  const holding = places.filter(({ state, released }) => holdsPlace(state) && (isRetimed || released === null))
  const organisations = holding.flatMap(({ organisationId }) => organisationId ?? [])
  if (organisations.length === 0) return []
  const to = await headsAt(tx, ctx, [...new Set(organisations)])
  return [{ kind: 'event.asksReleaseAnew', to, params: eventWords(now, ctx.territory), nth: now.editVersion }]
}

/** Whoever has moved up is told, each time: the number in the queue is another whenever somebody comes back. */
export const toldUp = (up: readonly MovedUp[], params: ReturnType<typeof eventWords>): Told[] =>
  up.map(({ personId, number }) => ({ kind: 'event.movedUp', to: [personId], params, nth: number }))
