import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { orderMachine } from '../machine.ts'
import { publish } from '../publication.ts'
import { snapshotOf } from '../queries.ts'
import { lockPermitted } from '../visibility.ts'

/** Puts a signed order on the public site. (U-O4) */
export function publishOrder(ctx: Acting, input: { orderId: OrderId }): Promise<Result<{ id: OrderId }>> {
  return transact(ctx, async (tx) => {
    const found = await lockPermitted(tx, ctx, input.orderId, 'order.publish')
    if (!found.ok) return found
    const order = found.value
    const moved = move(orderMachine, order.state, 'publish')
    if (!moved.ok) return moved
    if (order.publishedAt !== null) return refuse({ code: 'illegalMove', from: 'published', action: 'publish' })
    const snapshot = await snapshotOf(tx, ctx, order.id)
    if (!snapshot) return refuse({ code: 'notFound' })
    const { numberText, signedOn } = snapshot
    await record(tx, ctx, await publish(tx, ctx, { ...order, numberText, signedOn }, snapshot))
    return ok({ id: order.id })
  })
}
