import { type Ctx, may } from '../../authz/ctx.ts'
import type { Permission, Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { OrderId } from '../../kernel/types.ts'
import { issuedStates } from './machine.ts'
import type { Order } from './model.ts'
import { lockOrder } from './store.ts'
import { orderSubject, signatorySubject } from './subjects.ts'

/** A signed order is everybody's; a draft belongs to the office and to the one who is asked to sign it. */
export const sees = (ctx: Ctx, order: Order): boolean =>
  issuedStates.includes(order.state)
    ? may(ctx, 'order.view')
    : may(ctx, 'order.viewDraft', orderSubject(order)) || may(ctx, 'order.sign', signatorySubject(order))

/** Locks an order the person may see and act on: the first lines of every command on orders. */
export async function lockPermitted(
  tx: Tx,
  ctx: Ctx,
  id: OrderId,
  permission: Permission,
  subjectOf: (order: Order) => Subject = orderSubject,
): Promise<Result<Order>> {
  const order = await lockOrder(tx, ctx, id)
  if (!order || !sees(ctx, order)) return refuse({ code: 'notFound' })
  return may(ctx, permission, subjectOf(order)) ? ok(order) : refuse({ code: 'forbidden', permission })
}
