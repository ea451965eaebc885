import type { Module } from '../kit/module.ts'
import accounts from '../modules/accounts/module.ts'
import adaptations from '../modules/adaptations/module.ts'
import applications from '../modules/applications/module.ts'
import calendar from '../modules/calendar/module.ts'
import calls from '../modules/calls/module.ts'
import certificates from '../modules/certificates/module.ts'
import clock from '../modules/clock/module.ts'
import contracts from '../modules/contracts/module.ts'
import copies from '../modules/copies/module.ts'
import deficits from '../modules/deficits/module.ts'
import events from '../modules/events/module.ts'
import groups from '../modules/groups/module.ts'
import history from '../modules/history/module.ts'
import infoPages from '../modules/info-pages/module.ts'
import installation from '../modules/installation/module.ts'
import meetings from '../modules/meetings/module.ts'
import notices from '../modules/notices/module.ts'
import orders from '../modules/orders/module.ts'
import organisations from '../modules/organisations/module.ts'
import pairs from '../modules/pairs/module.ts'
import people from '../modules/people/module.ts'
import plans from '../modules/plans/module.ts'
import procedures from '../modules/procedures/module.ts'
import programmes from '../modules/programmes/module.ts'
import publicCalls from '../modules/public-calls/module.ts'
import publicOrders from '../modules/public-orders/module.ts'
import register from '../modules/register/module.ts'
import regulation from '../modules/regulation/module.ts'
import reports from '../modules/reports/module.ts'
import reviews from '../modules/reviews/module.ts'
import learningRoutes from '../modules/routes/module.ts'
import search from '../modules/search/module.ts'
import settings from '../modules/settings/module.ts'
import sites from '../modules/sites/module.ts'
import statusCases from '../modules/status-cases/module.ts'
import submissions from '../modules/submissions/module.ts'
import tasks from '../modules/tasks/module.ts'
import traineeships from '../modules/traineeships/module.ts'
import tryouts from '../modules/tryouts/module.ts'

/** Every module of the product: the lower first, so that a module uses only those before it. */
export const modules: readonly Module[] = [
  regulation,
  settings,
  calendar,
  accounts,
  organisations,
  people,
  orders,
  sites,
  clock,
  procedures,
  plans,
  events,
  programmes,
  groups,
  meetings,
  traineeships,
  tryouts,
  adaptations,
  deficits,
  learningRoutes,
  certificates,
  pairs,
  calls,
  contracts,
  applications,
  reviews,
  submissions,
  reports,
  statusCases,
  history,
  installation,
  notices,
  tasks,
  search,
  publicCalls,
  register,
  publicOrders,
  infoPages,
  copies,
]
