import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { regulationInOrders } from './order-part.tsx'

export const plugs: readonly Plug[] = [orderParts.plug(regulationInOrders)]
