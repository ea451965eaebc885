import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { dayBefore } from '../../../kernel/dates.ts'
import type { Revocation } from '../../../kit/order/parts.ts'

/** A regulation ceases with the order that approved it, never before its own first day. */
export async function ceaseRegulation(tx: Tx, ctx: Ctx, { orderId, on, byOrderId }: Revocation): Promise<Fact[]> {
  const rows = await tx
    .selectFrom('regulations')
    .select(['id', 'startsOn'])
    .where((is) => is.and({ territoryId: ctx.territory.id, orderId }))
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', on)]))
    .execute()
  for (const { id, startsOn } of rows) {
    const last = dayBefore(on)
    await tx
      .updateTable('regulations')
      .set({ endsOn: startsOn !== null && startsOn > last ? startsOn : last })
      .where((is) => is.and({ territoryId: ctx.territory.id, id }))
      .execute()
  }
  return rows.map(({ id }) => ({
    kind: 'regulation.ceased',
    subjectId: id,
    facts: { orderId: byOrderId, from: on },
  }))
}
