import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { ApplicationId, OrderId, SiteId } from '../../../kernel/types.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { tell } from '../../../notices/tell.ts'
import { orderNamed } from '../../orders/label-queries.ts'
import { handOver } from '../../programmes/commands/hand-over.ts'
import { tieApplication } from '../../sites/commands/tie-application.ts'
import { applicantsOf } from '../applicant-queries.ts'
import type { Application } from '../model.ts'
import { numberOf } from '../model.ts'
import { applicationsDecided } from '../ports.ts'
import { lockApplication, moveApplication } from './move-application.ts'

/** What an order decides about an application: a site, or no and why. */
export type Decision = {
  readonly applicationId: ApplicationId
  readonly siteId: SiteId | null
  readonly reason: string | null
}

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
  const facts: Fact[] = []
  const decided: { application: Application; decision: Decision }[] = []
  for (const decision of [...decisions].sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1))) {
    const application = await lockApplication(tx, ctx, decision.applicationId)
    if (!application) throw new Error(`application ${decision.applicationId} is not here`)
    await carryOut(tx, ctx, application, decision, orderId)
    decided.push({ application, decision })
    facts.push(factOf(application, decision, orderId))
  }
  await tellOf(tx, ctx, decided, await orderNamed(tx, ctx, orderId))
  return facts
}

async function carryOut(tx: Tx, ctx: Ctx, application: Application, { siteId, reason }: Decision, orderId: OrderId) {
  const moved = await moveApplication(tx, ctx, application, siteId === null ? 'decline' : 'grant', {
    decidedOn: ctx.today,
    decisionReason: reason,
    decidedByOrderId: orderId,
    siteId,
  })
  if (!moved.ok) throw new Error(`application ${application.id} cannot be decided in the state ${application.state}`)
  if (siteId === null) return
  await tieApplication(tx, ctx, siteId, application.id)
  await handOver(tx, ctx, application.id, siteId)
}

function factOf(application: Application, { applicationId, siteId, reason }: Decision, orderId: OrderId): Fact {
  const label = `заявка № ${application.number}`
  return siteId === null
    ? { kind: 'application.declined', subjectId: applicationId, facts: { label, reason, orderId } }
    : { kind: 'application.granted', subjectId: applicationId, siteId, facts: { label, orderId } }
}

type Decided = { application: Application; decision: Decision }

async function tellOf(tx: Tx, ctx: Ctx, decided: readonly Decided[], order: string): Promise<void> {
  const byId = new Map<ApplicationId, Decided>(decided.map((one) => [one.application.id, one]))
  const ids = [...byId.keys()]
  const applicants = (await applicantsOf(tx, ctx, ids)).map(({ applicationId, personId }): Notice => {
    const { application, decision } = byId.get(applicationId)!
    const params = { number: numberOf(application), theme: application.theme, order }
    return decision.siteId === null
      ? { personId, kind: 'application.declined', subjectId: applicationId, params: { ...params, reason: decision.reason ?? '' } }
      : { personId, kind: 'application.granted', subjectId: applicationId, params }
  })
  await tell(tx, ctx, applicants)
  const outcomes = decided.map(({ application, decision }) => ({
    applicationId: application.id,
    number: numberOf(application),
    granted: decision.siteId !== null,
    order,
  }))
  for (const hear of applicationsDecided.parts()) await hear(tx, ctx, outcomes)
}
