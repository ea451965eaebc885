import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { Day, OrderId, PlanId, SiteId } from '../../../kernel/types.ts'
import { callingOff } from '../ports.ts'

type Cancelled = { planId: PlanId; lineKey: string; activity: string }

/**
 * What becomes of the plan of a site whose status an order ends: lines in force that would begin after the last day and that nobody has
 * reported on are recorded as cancelled with the reason, or stay as they are. The public page forgets them in both cases.
 */
export async function cancelAhead(
  tx: Tx,
  ctx: Ctx,
  given: { siteId: SiteId; after: Day; cancel: boolean; note: string; orderId: OrderId },
): Promise<Fact[]> {
  const { siteId, after, cancel, note, orderId } = given
  const territoryId = ctx.territory.id
  await tx
    .deleteFrom('registerActivities')
    .where((is) => is.and({ territoryId, siteId }))
    .where('startsOn', '>', after)
    .execute()
  const off = await Promise.all(callingOff.parts().map((part) => part(tx, ctx, { siteId, after, note })))
  if (!cancel) return off.flat()
  const { rows } = await sql<Cancelled>`
    with ahead as (
      select p.territory_id, p.id as plan_id, l.line_key, l.activity from plans p
        join plan_versions v on v.territory_id = p.territory_id and v.plan_id = p.id and v.state = 'approved'
        join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id
      where p.territory_id = ${territoryId} and p.site_id = ${siteId} and l.starts_on > ${after}),
    made as (
      insert into executions (territory_id, plan_id, line_key, outcome, note, recorded_by, recorded_at, cancelled_by_order_id)
      select territory_id, plan_id, line_key, 'cancelled', ${note}, ${ctx.actor.personId}, ${ctx.now}, ${orderId} from ahead
      on conflict do nothing returning plan_id, line_key)
    select made.plan_id, made.line_key, ahead.activity from made join ahead using (plan_id, line_key)`.execute(tx)
  const cancelled = rows.map(
    ({ planId, lineKey, activity }): Fact => ({
      kind: 'activity.cancelled',
      subjectId: planId,
      siteId,
      facts: { line: lineKey, activity, outcome: 'cancelled', note, orderId },
    }),
  )
  return [...cancelled, ...off.flat()]
}

/** Takes back the cancellations of a revoked order; a line somebody has reported on since keeps that report. Says which sites they were of. */
export async function restoreCancelled(
  tx: Tx,
  ctx: Ctx,
  { orderId, byOrderId }: { orderId: OrderId; byOrderId: OrderId },
): Promise<{ readonly facts: Fact[]; readonly siteIds: readonly SiteId[] }> {
  const { rows } = await sql<{ planId: PlanId; siteId: SiteId; lineKey: string }>`
    delete from executions e using plans p
    where e.territory_id = ${ctx.territory.id} and e.cancelled_by_order_id = ${orderId}
      and p.territory_id = e.territory_id and p.id = e.plan_id
    returning e.plan_id, p.site_id, e.line_key`.execute(tx)
  const facts = rows.map(
    ({ planId, siteId, lineKey }): Fact => ({
      kind: 'activity.backInPlan',
      subjectId: planId,
      siteId,
      facts: { line: lineKey, orderId: byOrderId, revokedOrderId: orderId },
    }),
  )
  return { facts, siteIds: [...new Set(rows.map((row) => row.siteId))] }
}
