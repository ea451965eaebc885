import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { dayBefore } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { SiteId } from '../../../kernel/types.ts'
import type { Resuming, Suspending, Undoing } from '../model.ts'

/** Suspends a status from a day on, without an end. */
export async function applySuspension(tx: Tx, ctx: Ctx, given: Suspending): Promise<Fact[]> {
  const { siteId, from, reason, orderId, pointNumber } = given
  await tx
    .insertInto('suspensions')
    .values({ territoryId: ctx.territory.id, id: newId(), siteId, startsOn: from, reason, orderId, pointNumber })
    .execute()
  return [{ kind: 'site.suspended', subjectId: siteId, siteId, facts: { orderId, pointNumber, from, reason } }]
}

/** Ends the suspension that goes on: the day before work begins again is its last one. */
export async function applyResumption(tx: Tx, ctx: Ctx, { siteId, on, orderId, pointNumber }: Resuming): Promise<Fact[]> {
  const ended = await tx
    .updateTable('suspensions')
    .set({ endsOn: dayBefore(on), endedByOrderId: orderId, endedByPoint: pointNumber })
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
    .where('endsOn', 'is', null)
    .where('startsOn', '<', on)
    .returning('id')
    .execute()
  if (ended.length === 0) return []
  return [{ kind: 'site.resumed', subjectId: siteId, siteId, facts: { orderId, pointNumber, on } }]
}

/**
 * Undoes what a revoked order did to suspensions: one it made ends the day before, or never begins; one it ended goes on, until the next
 * one at the latest.
 */
export async function undoSuspensions(tx: Tx, ctx: Ctx, { orderId, on, byOrderId, pointNumber }: Undoing): Promise<Fact[]> {
  const ofOrder = sql`territory_id = ${ctx.territory.id} and order_id = ${orderId}`
  const forgotten = await sql<{ siteId: SiteId }>`
    delete from suspensions where ${ofOrder} and starts_on >= ${on}::date returning site_id`.execute(tx)
  const ended = await sql<{ siteId: SiteId }>`
    update suspensions set ends_on = ${on}::date - 1, ended_by_order_id = ${byOrderId}, ended_by_point = ${pointNumber}
    where ${ofOrder} and (ends_on is null or ends_on >= ${on}::date) returning site_id`.execute(tx)
  const again = await sql<{ siteId: SiteId }>`
    update suspensions s set ended_by_order_id = null, ended_by_point = null, ends_on = (select min(n.starts_on) - 1 from suspensions n
      where n.territory_id = s.territory_id and n.site_id = s.site_id and n.starts_on > s.starts_on)
    where s.territory_id = ${ctx.territory.id} and s.ended_by_order_id = ${orderId} returning site_id`.execute(tx)
  const by = { orderId: byOrderId, pointNumber, revokedOrderId: orderId }
  return [
    ...[...forgotten.rows, ...ended.rows].map(
      ({ siteId }): Fact => ({ kind: 'site.resumed', subjectId: siteId, siteId, facts: { ...by, on } }),
    ),
    ...again.rows.map(({ siteId }): Fact => ({ kind: 'site.suspended', subjectId: siteId, siteId, facts: { ...by, from: on } })),
  ]
}
