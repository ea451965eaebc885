import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { peopleInOrders } from './order-part.ts'
import { standingOnPosts } from './ports.ts'
import { rolesOnPosts } from './roles-on-posts.ts'

export const plugs: readonly Plug[] = [standingOnPosts.plug(rolesOnPosts), orderParts.plug(peopleInOrders)]
