import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { regulationInForce } from '../regulation/queries.ts'
import type { Task } from './model.ts'
import type { Source } from './source.ts'
import { applicationsToFinish, participationToConfirm, votesToCast } from './sources/applications.ts'
import { applicationsToCheck, requestsToAnswer } from './sources/checks.ts'
import { assignmentsToAccept, ordersInHand, ordersToRead, ownAssignments } from './sources/orders.ts'
import { eventsOfPartners, linesToReport, ownLinesAhead, plansToDecide, plansToMake, sitesBehind } from './sources/plans.ts'
import { reportsToDecide, reportsToMake, reportsToMend, reportsToReceive } from './sources/reports.ts'
import { ownReviews, reviewsToLead } from './sources/reviews.ts'
import { sitesToSettle } from './sources/sites.ts'
import { contractsInHand, statusCasesInHand, statusesEnding } from './sources/status.ts'
import { applicationsToDecide, submissionsToDecide, submissionsToMake } from './sources/submissions.ts'

const sources: readonly Source[] = [
  ordersInHand,
  ownAssignments,
  assignmentsToAccept,
  ordersToRead,
  plansToMake,
  plansToDecide,
  linesToReport,
  ownLinesAhead,
  sitesBehind,
  eventsOfPartners,
  reportsToMake,
  reportsToMend,
  reportsToDecide,
  reportsToReceive,
  sitesToSettle,
  submissionsToMake,
  submissionsToDecide,
  applicationsToDecide,
  applicationsToFinish,
  participationToConfirm,
  votesToCast,
  applicationsToCheck,
  requestsToAnswer,
  ownReviews,
  reviewsToLead,
  statusesEnding,
  statusCasesInHand,
  contractsInHand,
]

const asked = new WeakMap<Ctx, Promise<Task[]>>()

/** Everything that waits on the person of the context, each thing once. A page and its header ask together. */
export function tasksOf(tx: Tx, ctx: Ctx): Promise<Task[]> {
  let tasks = asked.get(ctx)
  if (!tasks) {
    tasks = askSources(tx, ctx)
    asked.set(ctx, tasks)
  }
  return tasks
}

async function askSources(tx: Tx, ctx: Ctx): Promise<Task[]> {
  const stored = await regulationInForce(tx, ctx)
  const found: Task[] = []
  for (const source of sources) found.push(...(await source({ tx, ctx, stored })))
  return [...new Map(found.map((task) => [task.key, task])).values()]
}
