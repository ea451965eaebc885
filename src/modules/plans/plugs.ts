import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { siteOverview, sitesForgotten } from '../sites/ports.ts'
import { forgetActivities } from './commands/forget-activities.ts'
import { plansInOrders } from './order-part.ts'
import { planOnOverview } from './site-part.tsx'

export const plugs: readonly Plug[] = [
  siteOverview.plug(planOnOverview),
  sitesForgotten.plug(forgetActivities),
  orderParts.plug(plansInOrders),
]
