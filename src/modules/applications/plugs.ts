import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { ownerApplication } from '../programmes/ports.ts'
import { staysUnder } from '../regulation/ports.ts'
import { grantFields, siteStatus } from '../sites/ports.ts'
import { ApplicationField } from './effects/fields.tsx'
import { applicationsInOrders } from './order-part.ts'
import { programmeOwner } from './programme-owner.ts'
import { applicationOfSite } from './site-part.ts'
import { applicationsStay } from './stay-queries.ts'

export const plugs: readonly Plug[] = [
  ownerApplication.plug(programmeOwner),
  siteStatus.plug(applicationOfSite),
  grantFields.plug(ApplicationField),
  orderParts.plug(applicationsInOrders),
  staysUnder.plug(applicationsStay),
]
