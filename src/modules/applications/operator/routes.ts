import type { Route } from '../../../web/route.ts'
import { applications } from '../case.ts'
import { paths } from '../paths.ts'
import {
  admitApplication,
  answerInformation,
  askInformation,
  returnApplication,
  returnByCheck,
  withdrawRequest,
} from './deeds.ts'
import { checkQueue } from './list.tsx'
import { checkPage } from './views/check-page.tsx'
import { answerPage, requestsPage } from './views/requests-page.tsx'
import { returnPage } from './views/return-page.tsx'

/** The operator's side of applications: the queue, the check, the return for revision, questions. */
export const operatorRoutes: Route[] = [
  ...checkQueue.routes,
  applications.page(paths.applicationChecks, checkPage, 'application.check'),
  admitApplication.route(checkPage, { admit: admitApplication, return: returnByCheck }),
  applications.page(paths.applicationReturns, returnPage, 'application.return'),
  returnApplication.route(returnPage),
  applications.page(paths.applicationRequests, requestsPage),
  askInformation.route(requestsPage),
  applications.page(paths.applicationAnswer, answerPage),
  answerInformation.route(answerPage),
  withdrawRequest.route(answerPage),
]
