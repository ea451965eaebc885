import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { orderMachine } from '../machine.ts'
import { signatorySubject } from '../subjects.ts'
import { lockPermitted } from '../visibility.ts'

/** The signatory hands a draft back with a remark instead of signing it. */
export function sendBackOrder(ctx: Acting, input: { orderId: OrderId; remark: string }): Promise<Result<{ id: OrderId }>> {
  return transact(ctx, async (tx) => {
    const found = await lockPermitted(tx, ctx, input.orderId, 'order.sendBack', signatorySubject)
    if (!found.ok) return found
    const order = found.value
    const state = move(orderMachine, order.state, 'sendBack')
    if (!state.ok) return state
    const remark = input.remark.trim()
    if (remark === '') return refuseRule('order.remarkMissing', { field: 'remark' })

    await tx
      .updateTable('orders')
      .set({ state: state.value, sentBackRemark: remark, editVersion: order.version + 1 })
      .where('territoryId', '=', ctx.territory.id)
      .where('id', '=', order.id)
      .execute()
    if (order.preparedBy)
      await tell(tx, ctx, [
        { personId: order.preparedBy, kind: 'order.sentBack', subjectId: order.id, params: { title: order.title, remark } },
      ])
    await record(tx, ctx, { kind: 'order.sentBack', subjectId: order.id, facts: { title: order.title, remark } })
    return ok({ id: order.id })
  })
}
