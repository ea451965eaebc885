import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { siteStatus, sitesForgotten } from '../sites/ports.ts'
import { forgetContracts } from './commands/forget-contracts.ts'
import { contractsInOrders } from './order-part.ts'
import { contractsOnStatus } from './site-part.tsx'

export const plugs: readonly Plug[] = [
  siteStatus.plug(contractsOnStatus),
  sitesForgotten.plug(forgetContracts),
  orderParts.plug(contractsInOrders),
]
