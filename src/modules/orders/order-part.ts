import { ofKind } from '../../kit/order/effects.ts'
import type { OrderPart } from '../../kit/order/parts.ts'
import { byId } from '../../kit/order/registers.ts'
import { signedOrders } from './choice-queries.ts'
import { revoke } from './effects/revoke/effect.ts'
import { loadOrders } from './effects/revoke/revoked-orders.ts'
import { revokeOrder } from './effects/revoke/template.ts'
import { plain } from './templates.ts'

/** What orders do to each other. */
export const ordersInOrders: OrderPart = {
  effects: [revoke],
  templates: [revokeOrder, plain],
  registers: {
    read: async (tx, ctx, _occasion, { orders }) => ({ rows: { orders: byId(await loadOrders(tx, ctx, orders)) } }),
  },
  choices: async (tx, ctx) => ({ orders: await signedOrders(tx, ctx) }),
  /** Two orders may not revoke the same order at once. */
  async lock(tx, ctx, effects) {
    const ids = ofKind(effects, 'revoke').map(({ orderId }) => orderId)
    if (ids.length === 0) return
    await tx
      .selectFrom('orders')
      .select('id')
      .where('territoryId', '=', ctx.territory.id)
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute()
  },
}
