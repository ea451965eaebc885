import type { SiteId } from '../../kernel/types.ts'
import type { OrderPart } from '../../kit/order/parts.ts'
import { refreshRegisterEntries, refreshRegisterOfOrder } from './commands/refresh-register.ts'
import { siteAppendices } from './effects/appendices.ts'
import { appointing } from './effects/appointing-templates.ts'
import { siteChoices, siteSetting } from './effects/choices.ts'
import { siteEffects } from './effects/kits.ts'
import { siteRows } from './effects/read-rows.ts'
import { revokingSites } from './effects/revoking.ts'
import { extendStatus, resumeStatus, suspendStatus, terminateStatus } from './effects/standing-templates.ts'
import { approveSiteList, attachSchools, designateJointSite, designateSites } from './effects/status-templates.ts'

const coordinator = {
  name: 'Назначить координатора площадки',
  hint: 'Методист станет координатором площадки: согласует её планы и отчёты, если так велит Положение.',
  place: 5,
}
const methodist = {
  name: 'Назначить методиста, который сопровождает площадки',
  hint: 'Методист будет сопровождать все площадки территории.',
  place: 6,
}

/** What orders do to sites: statuses, schools, people. */
export const sitesInOrders: OrderPart = {
  effects: siteEffects,
  templates: [
    designateSites,
    designateJointSite,
    approveSiteList,
    attachSchools,
    appointing('coordinator', coordinator, ['person', 'site', 'from', 'to']),
    appointing('methodist', methodist, ['person', 'from', 'to']),
    extendStatus,
    suspendStatus,
    resumeStatus,
    terminateStatus,
  ],
  appendices: siteAppendices,
  registers: siteRows,
  revoking: revokingSites,
  choices: siteChoices,
  setting: siteSetting,
  published: refreshRegisterOfOrder,
  touched: (tx, ctx, siteIds) => refreshRegisterEntries(tx, ctx, siteIds as readonly SiteId[]),
}
