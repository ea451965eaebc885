import type { Acting } from '../../authz/ctx.ts'
import type { Permission, Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { transact } from '../../db/transact.ts'
import { move } from '../../kernel/machine.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import type { OrderId } from '../../kernel/types.ts'
import { type OrderAction, type OrderState, orderMachine } from './machine.ts'
import type { Order } from './model.ts'
import { lockPermitted } from './visibility.ts'

/** Which order, and the version the person saw. */
export type OnOrder = { readonly orderId: OrderId; readonly version?: number }
type Asked = { readonly permits: Permission; readonly action: OrderAction; readonly subjectOf?: (order: Order) => Subject }

/** A command on an order, one transaction: seen, permitted, in a state that allows it, as the person saw it; then what is its own. */
export const onOrder = <Value>(
  ctx: Acting,
  { orderId, version }: OnOrder,
  { permits, action, subjectOf }: Asked,
  act: (tx: Tx, order: Order, state: OrderState) => Promise<Result<Value>>,
): Promise<Result<Value>> =>
  transact(ctx, async (tx) => {
    const found = await lockPermitted(tx, ctx, orderId, permits, subjectOf)
    if (!found.ok) return found
    const state = move(orderMachine, found.value.state, action)
    if (!state.ok) return state
    if (version !== undefined && found.value.version !== version) return refuse({ code: 'changedMeanwhile' })
    return act(tx, found.value, state.value)
  })
