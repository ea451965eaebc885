import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { organisationChanged } from '../organisations/ports.ts'
import { personChanged, standingOnPosts } from '../people/ports.ts'
import { refreshRegisterOfOrganisation, refreshRegisterOfPerson } from './commands/refresh-register.ts'
import { sitesInOrders } from './order-part.ts'
import { appointmentsOnPosts } from './standing-on-posts.ts'

export const plugs: readonly Plug[] = [
  personChanged.plug(refreshRegisterOfPerson),
  organisationChanged.plug(refreshRegisterOfOrganisation),
  standingOnPosts.plug(appointmentsOnPosts),
  orderParts.plug(sitesInOrders),
]
