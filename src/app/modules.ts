import { ruleTexts as fileTexts } from '../files/texts.ts'
import { ruleTexts as accountTexts } from '../modules/accounts/texts.ts'
import { evidenceRoutes } from '../modules/applications/evidence/routes.tsx'
import { ruleTexts as evidenceTexts } from '../modules/applications/evidence/texts.ts'
import { operatorRoutes } from '../modules/applications/operator/routes.tsx'
import { ruleTexts as operatorTexts } from '../modules/applications/operator/texts.ts'
import { routes as applicationRoutes } from '../modules/applications/routes.tsx'
import { ruleTexts as applicationTexts } from '../modules/applications/texts.ts'
import { routes as callRoutes } from '../modules/calls/routes.tsx'
import { ruleTexts as callTexts } from '../modules/calls/texts.ts'
import { routes as clockRoutes } from '../modules/clock/routes.ts'
import { ruleTexts as clockTexts } from '../modules/clock/texts.ts'
import { routes as contractRoutes } from '../modules/contracts/routes.tsx'
import { ruleTexts as contractTexts } from '../modules/contracts/texts.ts'
import { routes as historyRoutes } from '../modules/history/routes.tsx'
import { routes as infoRoutes } from '../modules/info-pages/routes.tsx'
import { routes as noticeRoutes } from '../modules/notices/routes.tsx'
import { routes as orderRoutes } from '../modules/orders/routes.tsx'
import { ruleTexts as orderTexts } from '../modules/orders/texts.ts'
import { routes as organisationRoutes } from '../modules/organisations/routes.tsx'
import { ruleTexts as organisationTexts } from '../modules/organisations/texts.ts'
import { routes as personRoutes } from '../modules/people/routes.tsx'
import { ruleTexts as personTexts } from '../modules/people/texts.ts'
import { routes as planRoutes } from '../modules/plans/routes.tsx'
import { ruleTexts as planTexts } from '../modules/plans/texts.ts'
import { routes as programmeRoutes } from '../modules/programmes/routes.tsx'
import { ruleTexts as programmeTexts } from '../modules/programmes/texts.ts'
import { routes as publicCallRoutes } from '../modules/public-calls/routes.tsx'
import { routes as publicOrderRoutes } from '../modules/public-orders/routes.tsx'
import { routes as registerRoutes } from '../modules/register/routes.tsx'
import { routes as regulationRoutes } from '../modules/regulation/routes.tsx'
import { ruleTexts as regulationTexts } from '../modules/regulation/texts.ts'
import { routes as reportRoutes } from '../modules/reports/routes.tsx'
import { ruleTexts as reportTexts } from '../modules/reports/texts.ts'
import { routes as reviewRoutes } from '../modules/reviews/routes.tsx'
import { ruleTexts as reviewTexts } from '../modules/reviews/texts.ts'
import { routes as searchRoutes } from '../modules/search/routes.tsx'
import { routes as siteRoutes } from '../modules/sites/routes.tsx'
import { ruleTexts as siteTexts } from '../modules/sites/texts.ts'
import { routes as statusCaseRoutes } from '../modules/status-cases/routes.tsx'
import { ruleTexts as statusCaseTexts } from '../modules/status-cases/texts.ts'
import { routes as submissionRoutes } from '../modules/submissions/routes.tsx'
import { ruleTexts as submissionTexts } from '../modules/submissions/texts.ts'
import { routes as taskRoutes } from '../modules/tasks/routes.tsx'
import type { RuleTexts } from '../web/refusals.ts'
import type { Route } from '../web/route.ts'
import { formTexts } from '../web/texts.ts'

/** Every route of the product. One table: the router, the policy test and the buttons go by it. */
export const routes: readonly Route[] = [
  ...taskRoutes,
  ...siteRoutes,
  ...orderRoutes,
  ...publicOrderRoutes,
  ...planRoutes,
  ...programmeRoutes,
  ...reportRoutes,
  ...reviewRoutes,
  ...registerRoutes,
  ...organisationRoutes,
  ...personRoutes,
  ...searchRoutes,
  ...regulationRoutes,
  ...noticeRoutes,
  ...historyRoutes,
  ...infoRoutes,
  ...clockRoutes,
  ...callRoutes,
  ...publicCallRoutes,
  ...applicationRoutes,
  ...evidenceRoutes,
  ...operatorRoutes,
  ...submissionRoutes,
  ...contractRoutes,
  ...statusCaseRoutes,
]

/** How every rule is said to a person. */
export const ruleTexts: RuleTexts = {
  ...formTexts,
  ...accountTexts,
  ...clockTexts,
  ...fileTexts,
  ...orderTexts,
  ...planTexts,
  ...programmeTexts,
  ...reportTexts,
  ...reviewTexts,
  ...siteTexts,
  ...regulationTexts,
  ...personTexts,
  ...organisationTexts,
  ...callTexts,
  ...applicationTexts,
  ...evidenceTexts,
  ...operatorTexts,
  ...submissionTexts,
  ...contractTexts,
  ...statusCaseTexts,
}
