import type { Tx } from '../../db/pool.ts'
import { transact } from '../../db/transact.ts'
import { ok } from '../../kernel/result.ts'
import type { EventId } from '../../kernel/types.ts'
import type { ClockDeed } from '../../kit/reminders.ts'
import type { ByClock } from '../../kit/told.ts'
import { tell } from '../../notices/tell.ts'
import { refreshPublic } from './public.ts'
import { fillFromQueue } from './store.ts'
import { eventWords } from './when.ts'

/** The day is over until which places were kept for the attached: those who wait get what is left, one event at a time. */
export const openKeptPlaces: ClockDeed = async (pool, at) => {
  const scope = { pool, scope: { territoryId: at.territory.id }, now: at.now, submission: null }
  const found = await transact(scope, async (tx) =>
    ok(
      await tx
        .selectFrom('events as e')
        .select('e.id')
        .where((is) => is.and({ 'e.territoryId': at.territory.id, 'e.state': 'open' }))
        .where('e.keptUntil', '<', at.today)
        .where('e.startsAt', '>', at.now)
        .where((is) =>
          is.exists(
            is
              .selectFrom('eventPlaces as p')
              .select('p.id')
              .whereRef('p.territoryId', '=', 'e.territoryId')
              .whereRef('p.eventId', '=', 'e.id')
              .where('p.state', '=', 'waiting'),
          ),
        )
        .execute(),
    ),
  )
  if (!found.ok) return
  for (const { id } of found.value) await transact(scope, async (tx) => ok(await fillOne(tx, at, id)))
}

async function fillOne(tx: Tx, at: ByClock, id: EventId): Promise<void> {
  const event = await tx
    .selectFrom('events')
    .select(['id', 'title', 'room', 'startsAt', 'endsAt', 'places', 'keptPlaces', 'keptUntil'])
    .where((is) => is.and({ territoryId: at.territory.id, id, state: 'open' }))
    .forUpdate()
    .executeTakeFirst()
  if (!event) return
  const params = eventWords(event, at.territory)
  const up = await fillFromQueue(tx, at, event)
  await refreshPublic(tx, at, [event.id])
  await tell(
    tx,
    at,
    up.map(({ personId, number }) => ({ kind: 'event.movedUp' as const, subjectId: id, personId, params, nth: number })),
  )
}
