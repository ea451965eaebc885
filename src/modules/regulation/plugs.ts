import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { regulationInOrders } from './order-part.ts'

export const plugs: readonly Plug[] = [orderParts.plug(regulationInOrders)]
