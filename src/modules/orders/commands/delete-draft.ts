import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { orderParts } from '../../../kit/order/parts.ts'
import { orderMachine } from '../machine.ts'
import { lockPermitted } from '../visibility.ts'

/** Throws a draft away. It never had a number, so no gap is left; history keeps that it was there. */
export function deleteDraft(ctx: Acting, input: { orderId: OrderId; version: number }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const found = await lockPermitted(tx, ctx, input.orderId, 'order.draft')
    if (!found.ok) return found
    const moved = move(orderMachine, found.value.state, 'delete')
    if (!moved.ok) return moved
    if (found.value.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const reopened: Fact[] = []
    for (const part of orderParts.parts()) reopened.push(...((await part.draftDeleted?.(tx, ctx, input.orderId)) ?? []))
    await tx.deleteFrom('orders').where('territoryId', '=', ctx.territory.id).where('id', '=', input.orderId).execute()
    await recordAll(tx, ctx, [
      { kind: 'order.draftDeleted', subjectId: input.orderId, facts: { title: found.value.title } },
      ...reopened,
    ])
    return ok(null)
  })
}
