import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { callsInOrders } from './order-part.ts'

export const plugs: readonly Plug[] = [orderParts.plug(callsInOrders)]
