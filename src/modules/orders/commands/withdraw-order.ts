import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { orderMachine } from '../machine.ts'
import { preparerSubject } from '../subjects.ts'
import { lockPermitted } from '../visibility.ts'

/** Whoever prepared an order takes it back for changing, as long as it is not signed. */
export function withdrawOrder(ctx: Acting, input: { orderId: OrderId; version: number }): Promise<Result<{ id: OrderId }>> {
  return transact(ctx, async (tx) => {
    const found = await lockPermitted(tx, ctx, input.orderId, 'order.withdraw', preparerSubject)
    if (!found.ok) return found
    const order = found.value
    if (order.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const state = move(orderMachine, order.state, 'withdraw')
    if (!state.ok) return state

    await tx
      .updateTable('orders')
      .set({ state: state.value, editVersion: order.version + 1 })
      .where('territoryId', '=', ctx.territory.id)
      .where('id', '=', order.id)
      .execute()
    await record(tx, ctx, { kind: 'order.withdrawn', subjectId: order.id, facts: { title: order.title } })
    return ok({ id: order.id })
  })
}
