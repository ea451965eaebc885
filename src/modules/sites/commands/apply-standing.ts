import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { dayBefore } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Day, OrderId, SiteId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import type { Ending, Extension, Resuming, Suspending, Undoing } from '../model.ts'
import { officeOf, peopleOfSite, siteNameOf } from '../people-queries.ts'
import { siteEnds } from '../ports.ts'

/** Ends a status before its term, and with it its organisations' periods, its attachments and appointments. */
export async function applyEnd(tx: Tx, ctx: Ctx, { siteId, on, ground, reason, orderId, pointNumber }: Ending): Promise<Fact[]> {
  const ended = await tx
    .updateTable('sites')
    .set({ endsOn: on, endedByOrderId: orderId, endedByPoint: pointNumber, endGround: ground })
    .where((is) => is.and({ territoryId: ctx.territory.id, id: siteId }))
    .where('startsOn', '<=', on)
    .where(sql<boolean>`(ends_on is null or ends_on > ${on})`)
    .returning('id')
    .executeTakeFirst()
  if (!ended) return []
  const ending = await endEverythingOf(tx, ctx, { siteId, on, orderId })
  return [{ kind: 'site.ended', subjectId: siteId, siteId, facts: { orderId, pointNumber, on, ground: reason } }, ...ending]
}

/** Ends what hangs on a site; what would begin after the last day never begins. */
export async function endEverythingOf(
  tx: Tx,
  ctx: Ctx,
  { siteId, on, orderId }: { siteId: SiteId; on: Day; orderId: OrderId },
): Promise<readonly Fact[]> {
  const territoryId = ctx.territory.id
  const later = sql<boolean>`(ends_on is null or ends_on > ${on})`
  await tx
    .updateTable('siteOrganisations')
    .set({ endsOn: on })
    .where((is) => is.and({ territoryId, siteId }))
    .where(later)
    .execute()
  for (const table of ['attachments', 'appointments'] as const) {
    await tx
      .deleteFrom(table)
      .where((is) => is.and({ territoryId, siteId }))
      .where('startsOn', '>', on)
      .execute()
    await tx
      .updateTable(table)
      .set({ endsOn: on, endedByOrderId: orderId })
      .where((is) => is.and({ territoryId, siteId }))
      .where(later)
      .execute()
  }
  const ended = []
  for (const end of siteEnds.parts()) ended.push(...(await end(tx, ctx, { siteId, on })))
  return ended
}

/**
 * Prolongs a status together with its organisations' periods. People and attached schools keep the terms their own orders gave. Days that a
 * suspension had added are taken back the same way.
 */
export async function applyExtension(
  tx: Tx,
  ctx: Ctx,
  { siteId, to, orderId, pointNumber, makesUp = false }: Extension,
): Promise<Fact[]> {
  const territoryId = ctx.territory.id
  const site = await tx
    .selectFrom('sites')
    .select('endsOn')
    .where((is) => is.and({ territoryId, id: siteId }))
    .forUpdate()
    .executeTakeFirst()
  if (!site || site.endsOn === null || site.endsOn === to || (site.endsOn > to && !makesUp)) return []
  await tx
    .insertInto('siteExtensions')
    .values({ territoryId, siteId, orderId, pointNumber, wasUntil: site.endsOn, until: to, makesUp })
    .execute()
  await moveEnd(tx, ctx, siteId, to)
  const its = { subjectId: siteId, siteId, facts: { orderId, pointNumber, was: site.endsOn, to } }
  if (to > site.endsOn) return [{ kind: 'site.extended', ...its }]
  return [{ kind: 'site.termReturned', ...its }, ...(await endEverythingOf(tx, ctx, { siteId, on: to, orderId }))]
}

/** Sets another last day of a status that goes its whole term. */
export async function moveEnd(tx: Tx, ctx: Ctx, siteId: SiteId, to: string | null): Promise<void> {
  const territoryId = ctx.territory.id
  await tx
    .updateTable('sites')
    .set({ endsOn: to, grantedUntil: to })
    .where((is) => is.and({ territoryId, id: siteId }))
    .execute()
  await tx
    .updateTable('siteOrganisations')
    .set({ endsOn: to })
    .where((is) => is.and({ territoryId, siteId }))
    .execute()
}

/** Suspends a status from a day on. With a last day the site works again by itself. */
export async function applySuspension(tx: Tx, ctx: Ctx, given: Suspending): Promise<Fact[]> {
  const { siteId, from, to, reason, orderId, pointNumber } = given
  await tx
    .insertInto('suspensions')
    .values({
      territoryId: ctx.territory.id,
      id: newId(),
      siteId,
      startsOn: from,
      endsOn: to,
      until: to,
      reason,
      orderId,
      pointNumber,
    })
    .execute()
  return [{ kind: 'site.suspended', subjectId: siteId, siteId, facts: { orderId, pointNumber, from, to, reason } }]
}

/** Ends the suspension that goes on, or would to a later day: the day before work begins again is its last one. */
export async function applyResumption(tx: Tx, ctx: Ctx, { siteId, on, orderId, pointNumber }: Resuming): Promise<Fact[]> {
  const ended = await tx
    .updateTable('suspensions')
    .set({ endsOn: dayBefore(on), endedByOrderId: orderId, endedByPoint: pointNumber })
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
    .where('endedByOrderId', 'is', null)
    .where(sql<boolean>`(ends_on is null or ends_on >= ${on})`)
    .where('startsOn', '<', on)
    .returning('id')
    .execute()
  if (ended.length === 0) return []
  return [{ kind: 'site.resumed', subjectId: siteId, siteId, facts: { orderId, pointNumber, on } }]
}

/**
 * Undoes what a revoked order did to suspensions: one it made ends the day before, or never begins; one it ended goes on, to its own last
 * day and until the next one at the latest, unless the order that made it has been revoked too.
 */
export async function undoSuspensions(tx: Tx, ctx: Ctx, { orderId, on, byOrderId, pointNumber }: Undoing): Promise<Fact[]> {
  const ofOrder = sql`territory_id = ${ctx.territory.id} and order_id = ${orderId}`
  const forgotten = await sql<{ siteId: SiteId }>`
    delete from suspensions where ${ofOrder} and starts_on >= ${on}::date returning site_id`.execute(tx)
  const ended = await sql<{ siteId: SiteId }>`
    update suspensions set ends_on = ${on}::date - 1, ended_by_order_id = ${byOrderId}, ended_by_point = ${pointNumber}
    where ${ofOrder} and (ends_on is null or ends_on >= ${on}::date) returning site_id`.execute(tx)
  const again = await sql<{ siteId: SiteId }>`
    update suspensions s set ended_by_order_id = null, ended_by_point = null, ends_on = least(s.until, (select min(n.starts_on) - 1 from suspensions n
      where n.territory_id = s.territory_id and n.site_id = s.site_id and n.starts_on > s.starts_on))
    where s.territory_id = ${ctx.territory.id} and s.ended_by_order_id = ${orderId}
      and (s.until is null or s.until > s.ends_on) returning site_id`.execute(tx)
  // What is over of a suspension whose order is revoked never goes on again, whatever becomes of the order that resumed work.
  await sql`update suspensions set until = ends_on where ${ofOrder}`.execute(tx)
  const by = { orderId: byOrderId, pointNumber, revokedOrderId: orderId }
  return [
    ...[...forgotten.rows, ...ended.rows].map(
      ({ siteId }): Fact => ({ kind: 'site.resumed', subjectId: siteId, siteId, facts: { ...by, on } }),
    ),
    ...again.rows.map(({ siteId }): Fact => ({ kind: 'site.suspended', subjectId: siteId, siteId, facts: { ...by, from: on } })),
  ]
}

type Standing = {
  readonly kind: 'status.suspended' | 'status.resumed' | 'status.extended' | 'status.terminated'
  readonly siteId: SiteId
  readonly on: Day
  readonly reason: string
  /** The last day of a suspension, where it is known. */
  readonly until?: Day | null
}

/** Tells everybody whom the standing of a site concerns what an order has made of it. */
export async function tellOfStanding(tx: Tx, ctx: Ctx, { kind, siteId, on, reason, until }: Standing): Promise<void> {
  const site = await siteNameOf(tx, ctx, siteId)
  const people = [...(await peopleOfSite(tx, ctx, siteId)), ...(await officeOf(tx, ctx))]
  await tell(
    tx,
    ctx,
    [...new Set(people)].map((personId) => ({
      personId,
      kind,
      subjectId: siteId,
      params: { site, on, reason, ...(until && { until }) },
    })),
  )
}
