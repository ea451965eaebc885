import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { siteStatus } from '../sites/ports.ts'
import { casesInOrders } from './order-part.ts'
import { casesOnStatus } from './site-part.tsx'

export const plugs: readonly Plug[] = [siteStatus.plug(casesOnStatus), orderParts.plug(casesInOrders)]
