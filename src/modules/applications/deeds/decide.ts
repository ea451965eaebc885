import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { ApplicationId, OrderId, SiteId } from '../../../kernel/types.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { tell } from '../../../notices/tell.ts'
import { orderNamed } from '../../orders/label-queries.ts'
import { handOver } from '../../programmes/commands/hand-over.ts'
import { tieApplication, untieApplication } from '../../sites/commands/tie-application.ts'
import { applicantsOf } from '../applicant-queries.ts'
import { applications } from '../case.ts'
import { backTo, decidableState } from '../deciding-rules.ts'
import { type Application, numberOf } from '../model.ts'
import { applicationsDecided } from '../ports.ts'
import { lockApplication } from '../store.ts'

/** What an order decides about an application: a site, or no and why. */
export type Decision = {
  readonly applicationId: ApplicationId
  readonly siteId: SiteId | null
  readonly reason: string | null
}
type Decided = { readonly app: Application; readonly decision: Decision }

const labelOf = ({ number }: Application) => `заявка № ${number}`

/**
 * Carries decisions out, in the transaction of the signature: states of the applications, ties between site, programme and application,
 * and word to everyone who applied and to the experts. What may not be decided has been refused before. (R-31, L-A1)
 */
export async function decideApplications(
  tx: Tx,
  ctx: Ctx,
  { orderId, decisions }: { orderId: OrderId; decisions: readonly Decision[] },
): Promise<Fact[]> {
  if (decisions.length === 0) return []
  const decided: Decided[] = []
  for (const decision of decisions.toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1))) {
    const app = await lockApplication(tx, ctx, decision.applicationId)
    if (!app) throw new Error(`application ${decision.applicationId} is not here`)
    await carryOut(tx, ctx, { app, decision }, orderId)
    decided.push({ app, decision })
  }
  const order = await orderNamed(tx, ctx, orderId)
  await tellApplicants(tx, ctx, decided, ({ app, decision }) => {
    const params = { number: numberOf(app), theme: app.theme, order }
    return decision.siteId === null
      ? { kind: 'application.declined', params: { ...params, reason: decision.reason ?? '' } }
      : { kind: 'application.granted', params }
  })
  const outcomes = decided.map(({ app, decision }) => ({
    applicationId: app.id,
    number: numberOf(app),
    granted: decision.siteId !== null,
    order,
  }))
  for (const hear of applicationsDecided.parts()) await hear(tx, ctx, outcomes)
  return decided.map(({ app, decision: { siteId, reason } }): Fact => {
    const facts = { label: labelOf(app), orderId }
    return siteId === null
      ? { kind: 'application.declined', subjectId: app.id, facts: { ...facts, reason } }
      : { kind: 'application.granted', subjectId: app.id, siteId, facts }
  })
}

async function carryOut(tx: Tx, ctx: Ctx, { app, decision: { siteId, reason } }: Decided, orderId: OrderId) {
  const set = { decidedOn: ctx.today, decisionReason: reason, decidedByOrderId: orderId, siteId }
  const moved = await applications.move(tx, ctx, app, siteId === null ? 'decline' : 'grant', set)
  if (!moved.ok) throw new Error(`application ${app.id} cannot be decided in the state ${app.state}`)
  if (siteId === null) return
  await tieApplication(tx, ctx, siteId, app.id)
  await handOver(tx, ctx, app.id, siteId)
}

/**
 * An order that decided applications is revoked: they stand again where they stood before it, and those who applied are told. Called before the sites of the order end.
 */
export async function undoDecisions(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<Fact[]> {
  const rows = await tx
    .selectFrom('applications')
    .select('id')
    .where((is) => is.and({ territoryId: ctx.territory.id, decidedByOrderId: orderId }))
    .orderBy('id')
    .execute()
  const undone: { app: Application }[] = []
  for (const { id } of rows) {
    const found = await applications.lock(tx, ctx, id)
    const action = found && backTo[decidableState(found.regulation)]
    if (!action) throw new Error(`application ${id} has no state to go back to`)
    const { one: app } = found
    await untieApplication(tx, ctx, id)
    await handOver(tx, ctx, id, null)
    const set = { decidedOn: null, decisionReason: null, decidedByOrderId: null, siteId: null }
    const moved = await applications.move(tx, ctx, app, action, set)
    if (!moved.ok) throw new Error(`application ${id} cannot go back from the state ${app.state}`)
    undone.push({ app })
  }
  if (undone.length === 0) return []
  const order = await orderNamed(tx, ctx, orderId)
  await tellApplicants(tx, ctx, undone, ({ app }) => ({
    kind: 'application.reopened',
    params: { number: numberOf(app), theme: app.theme, order },
  }))
  return undone.map(({ app }) => ({
    kind: 'application.reopened',
    subjectId: app.id,
    facts: { label: labelOf(app), orderId },
  }))
}

type Said = { [Kind in Notice['kind']]: Pick<Extract<Notice, { kind: Kind }>, 'kind' | 'params'> }[Notice['kind']]

/** Tells everyone who applied, each of their own application. */
async function tellApplicants<One extends { readonly app: Application }>(
  tx: Tx,
  ctx: Ctx,
  list: readonly One[],
  said: (one: One) => Said,
): Promise<void> {
  const byId = new Map<ApplicationId, One>(list.map((one) => [one.app.id, one]))
  const applicants = await applicantsOf(tx, ctx, [...byId.keys()])
  await tell(
    tx,
    ctx,
    applicants.map(({ applicationId, personId }) => ({ ...said(byId.get(applicationId)!), personId, subjectId: applicationId })),
  )
}
