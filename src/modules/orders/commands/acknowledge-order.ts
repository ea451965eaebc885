import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { orderMachine } from '../machine.ts'
import { lockOrder } from '../store.ts'
import { sees } from '../visibility.ts'

/** A person confirms having read a signed order. Confirmed once; a second press changes nothing. (U-O3) */
export function acknowledgeOrder(ctx: Acting, input: { orderId: OrderId }): Promise<Result<{ id: OrderId }>> {
  return transact(ctx, async (tx) => {
    const order = await lockOrder(tx, ctx, input.orderId)
    if (!order || !sees(ctx, order)) return refuse({ code: 'notFound' })
    const moved = move(orderMachine, order.state, 'acknowledge')
    if (!moved.ok) return moved
    const mine = { territoryId: ctx.territory.id, orderId: order.id, personId: ctx.actor.personId }
    const row = await tx
      .selectFrom('acquaintances')
      .select('confirmedAt')
      .where((is) => is.and(mine))
      .executeTakeFirst()
    const addressed = { territoryId: ctx.territory.id, personIds: row ? [ctx.actor.personId] : [] }
    if (!may(ctx, 'order.acknowledge', addressed)) return refuse({ code: 'forbidden', permission: 'order.acknowledge' })
    if (!row?.confirmedAt) await confirm(tx, ctx, order.id)
    return ok({ id: order.id })
  })
}

async function confirm(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<void> {
  await tx
    .updateTable('acquaintances')
    .set({ confirmedAt: ctx.now })
    .where((is) => is.and({ territoryId: ctx.territory.id, orderId, personId: ctx.actor.personId }))
    .execute()
  await record(tx, ctx, { kind: 'order.acknowledged', subjectId: orderId })
}
