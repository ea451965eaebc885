import { sql } from 'kysely'
import { transact } from '../../db/transact.ts'
import { ok } from '../../kernel/result.ts'
import type { EventId, SiteId } from '../../kernel/types.ts'
import type { ClockDeed } from '../../kit/reminders.ts'
import { tellsActivity } from '../sites/standing-queries.ts'
import { events } from './case.ts'
import { makePublic } from './public.ts'

/**
 * What was announced before everybody could see events, and is still ahead or goes on, gets there with the next day, where the edition in force publishes
 * the activity of sites.
 */
export const publishAnnounced: ClockDeed = async (pool, at) => {
  await transact({ pool, scope: { territoryId: at.territory.id }, now: at.now, submission: null }, async (tx) => {
    const { rows } = await sql<{ siteId: SiteId; hidden: EventId[] }>`
      select e.site_id, array_agg(e.id) as hidden from events e where e.territory_id = ${at.territory.id} and e.state = 'open' and e.ends_at > ${at.now}
        and not exists (select from public_events o where o.territory_id = e.territory_id and o.event_id = e.id) group by e.site_id`.execute(
      tx,
    )
    for (const { siteId, hidden } of rows) {
      if (!(await tellsActivity(tx, at, siteId))) continue
      for (const id of hidden) {
        const event = await events.open(tx, at, id)
        if (event) await makePublic(tx, at, event)
      }
    }
    return ok(null)
  })
}
