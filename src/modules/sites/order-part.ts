import type { SiteId } from '../../kernel/types.ts'
import type { OrderPart } from '../../kit/order/parts.ts'
import { refreshRegisterEntries, refreshRegisterOfOrder } from './commands/refresh-register.ts'
import { siteAppendices } from './effects/appendices.ts'
import { appoint } from './effects/appoint/effect.tsx'
import { appointCoordinator, appointMethodist } from './effects/appoint/templates.ts'
import { attachOrganisations } from './effects/attach-organisations/effect.ts'
import { attachSchools } from './effects/attach-organisations/template.ts'
import { siteChoices, siteSetting } from './effects/choices.ts'
import { detachOrganisations } from './effects/detach-organisations/effect.ts'
import { endAppointment } from './effects/end-appointment/effect.ts'
import { extendStatus } from './effects/extend-status/effect.ts'
import { extendStatusTemplate } from './effects/extend-status/template.ts'
import { grantStatus } from './effects/grant-status/effect.tsx'
import { approveSiteList, designateJointSite, designateSites } from './effects/grant-status/templates.ts'
import { siteRows } from './effects/read-rows.ts'
import { resumeStatus } from './effects/resume-status/effect.ts'
import { resumeStatusTemplate } from './effects/resume-status/template.ts'
import { revokingSites } from './effects/revoking.ts'
import { suspendStatus } from './effects/suspend-status/effect.ts'
import { suspendStatusTemplate } from './effects/suspend-status/template.ts'
import { terminateStatus } from './effects/terminate-status/effect.tsx'
import { terminateStatusTemplate } from './effects/terminate-status/template.ts'

/** What orders do to sites: statuses, schools, people. */
export const sitesInOrders: OrderPart = {
  effects: [
    grantStatus,
    attachOrganisations,
    appoint,
    extendStatus,
    suspendStatus,
    resumeStatus,
    terminateStatus,
    detachOrganisations,
    endAppointment,
  ],
  templates: [
    designateSites,
    designateJointSite,
    approveSiteList,
    attachSchools,
    appointCoordinator,
    appointMethodist,
    extendStatusTemplate,
    suspendStatusTemplate,
    resumeStatusTemplate,
    terminateStatusTemplate,
  ],
  appendices: siteAppendices,
  registers: siteRows,
  revoking: revokingSites,
  choices: siteChoices,
  setting: siteSetting,
  published: refreshRegisterOfOrder,
  touched: (tx, ctx, siteIds) => refreshRegisterEntries(tx, ctx, siteIds as readonly SiteId[]),
}
