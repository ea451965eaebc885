import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { forgetting, siteOverview, sitesForgotten } from '../sites/ports.ts'
import { plansInOrders } from './order-part.ts'
import { planOnOverview } from './site-part.tsx'

export const plugs: readonly Plug[] = [
  siteOverview.plug(planOnOverview),
  sitesForgotten.plug(forgetting('registerActivities')),
  orderParts.plug(plansInOrders),
]
