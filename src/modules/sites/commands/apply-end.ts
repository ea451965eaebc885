import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { OrderId, SiteId } from '../../../kernel/types.ts'
import type { Ending, Extension } from '../model.ts'

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
  await endEverythingOf(tx, ctx, { siteId, on, orderId })
  return [{ kind: 'site.ended', subjectId: siteId, siteId, facts: { orderId, pointNumber, on, ground: reason } }]
}

/** Ends what hangs on a site; what would begin after the last day never begins. */
export async function endEverythingOf(
  tx: Tx,
  ctx: Ctx,
  { siteId, on, orderId }: { siteId: SiteId; on: string; orderId: OrderId },
): Promise<void> {
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
}

/** Prolongs a status together with its organisations' periods. People and attached schools keep the terms their own orders gave. */
export async function applyExtension(tx: Tx, ctx: Ctx, { siteId, to, orderId, pointNumber }: Extension): Promise<Fact[]> {
  const territoryId = ctx.territory.id
  const site = await tx
    .selectFrom('sites')
    .select('endsOn')
    .where((is) => is.and({ territoryId, id: siteId }))
    .forUpdate()
    .executeTakeFirst()
  if (!site || site.endsOn === null || site.endsOn >= to) return []
  await tx
    .insertInto('siteExtensions')
    .values({ territoryId, siteId, orderId, pointNumber, wasUntil: site.endsOn, until: to })
    .execute()
  await moveEnd(tx, ctx, siteId, to)
  return [{ kind: 'site.extended', subjectId: siteId, siteId, facts: { orderId, pointNumber, was: site.endsOn, to } }]
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
