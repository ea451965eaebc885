import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { standingOnPosts } from '../people/ports.ts'
import { forgetting, siteOverview, sitesForgotten } from '../sites/ports.ts'
import { plansInOrders } from './order-part.ts'
import { planOnOverview } from './site-part.tsx'
import { linesOnPosts } from './standing-on-posts.ts'

export const plugs: readonly Plug[] = [
  siteOverview.plug(planOnOverview),
  sitesForgotten.plug(forgetting('registerActivities')),
  standingOnPosts.plug(linesOnPosts),
  orderParts.plug(plansInOrders),
]
