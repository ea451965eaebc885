import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { silences } from '../procedures/ports.ts'
import { siteOverview } from '../sites/ports.ts'
import { silence } from './deeds/decide.ts'
import { reportsInOrders } from './order-part.ts'
import { reportsOnOverview } from './site-part.tsx'

export const plugs: readonly Plug[] = [
  siteOverview.plug(reportsOnOverview),
  orderParts.plug(reportsInOrders),
  silences.plug({ kind: 'report', apply: silence }),
]
