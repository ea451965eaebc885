import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { ordersInOrders } from './order-part.ts'

export const plugs: readonly Plug[] = [orderParts.plug(ordersInOrders)]
