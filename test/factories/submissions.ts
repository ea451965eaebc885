import type { Db } from '../../src/db/pool.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { ApplicationId, CallId, Day, OperatorSubmissionId, OrderId } from '../../src/kernel/types.ts'
import type { ApplicationState } from '../../src/modules/applications/machine.ts'
import { applicationById } from '../../src/modules/applications/queries.ts'
import { submitOrder } from '../../src/modules/orders/commands/move-order.ts'
import { signOrder } from '../../src/modules/orders/commands/sign-order.ts'
import { findOrder } from '../../src/modules/orders/queries.ts'
import { submissions } from '../../src/modules/submissions/case.ts'
import { startSubmission } from '../../src/modules/submissions/commands/start-submission.ts'
import { draftChoice, sendSubmission } from '../../src/modules/submissions/deeds.ts'
import type { Written } from '../../src/modules/submissions/model.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { inScope, type TestCtx } from '../factory.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory } from './applications.ts'
import { hasOffice } from './orders.ts'
import { mustWork } from './plans.ts'

/** A territory in which schools apply, with an office that issues the orders about it. */
export async function aDecidingTerritory(db: Db, regulation: Regulation, today: Day = '2021-12-01'): Promise<ApplyingTerritory> {
  const there = await anApplyingTerritory(db, regulation, today)
  const { network, territory, operatorId, people } = there
  const issuerId = regulation.status.grantedBy === 'authority' ? network.authorityId : operatorId
  await hasOffice(db, territory, regulation, { issuerId, signatoryId: people.official })
  return there
}

/** Applications of different themes that have come as far as a decision needs. */
export async function someApplications(
  there: ApplyingTerritory,
  count: number,
  state: ApplicationState,
): Promise<ApplicationId[]> {
  const ids: ApplicationId[] = []
  for (let number = 1; number <= count; number++)
    ids.push(await anApplication(there, { state, theme: `Тема площадки ${number}` }))
  return ids
}

/** A signed protocol of the call's review. */
export async function aSignedProtocol(there: ApplyingTerritory, callId = there.callId as CallId): Promise<void> {
  const { territory, people, db } = there
  const snapshot = {
    callTitle: 'Приём',
    number: 1,
    heldOn: '2021-11-20',
    place: null,
    operator: '',
    members: [],
    note: '',
    rows: [],
  }
  await inScope(db, territory.id, (tx) =>
    tx
      .insertInto('reviewProtocols')
      .values({
        territoryId: territory.id,
        id: newId(),
        callId,
        number: 1,
        heldOn: '2021-11-20',
        chairId: people.methodist,
        secretaryId: people.methodist,
        members: '[]',
        decisions: '[]',
        state: 'signed',
        snapshot: JSON.stringify(snapshot),
        signedAt: new Date('2021-11-20T12:00:00Z'),
        createdBy: people.methodist,
        createdAt: new Date('2021-11-20T10:00:00Z'),
      })
      .execute(),
  )
}

/** The submission as it stands, in the operator's eyes. */
export async function submissionNow(there: ApplyingTerritory, id: OperatorSubmissionId) {
  const ctx = await there.as('methodist')
  return (await inScope(there.db, there.territory.id, (tx) => submissions.open(tx, ctx, id)))!
}

/** A submission of the call, sent to the authority, about so many reviewed applications. */
export async function aSentSubmission(
  there: ApplyingTerritory,
  count = 2,
): Promise<{ id: OperatorSubmissionId; applicationIds: ApplicationId[] }> {
  const applicationIds = await someApplications(there, count, 'reviewed')
  await aSignedProtocol(there)
  const methodist = await there.as('methodist')
  const { id } = mustWork(await startSubmission(methodist, { callId: there.callId }))
  mustWork(await sendSubmission.run(methodist, { id, version: 1 }))
  return { id, applicationIds }
}

/** The authority includes the first and declines the rest, by a draft order. */
export async function aDraftedDecision(there: ApplyingTerritory, id: OperatorSubmissionId): Promise<OrderId> {
  const { one: submission, places } = await submissionNow(there, id)
  const items = places.map(
    ({ applicationId }, index): Written =>
      index === 0
        ? { applicationId, verdict: 'include', reason: '' }
        : { applicationId, verdict: 'exclude', reason: 'Мало занятий по темам' },
  )
  const chosen = mustWork(await draftChoice.run(await there.as('official'), { id, version: submission.editVersion, items }))
  return chosen.made.orderId
}

/** Sends a draft on to its signature. */
export async function submitted(ctx: TestCtx, orderId: OrderId): Promise<number> {
  const version = async () => (await inScope(ctx.db, ctx.territory.id, (tx) => findOrder(tx, ctx, orderId)))!.order.version
  mustWork(await submitOrder(ctx, { orderId, version: await version() }))
  return version()
}

/** Signs a draft order of this territory as its signatory. */
export async function signedBy(ctx: TestCtx, orderId: OrderId) {
  return signOrder(ctx, { orderId, version: await submitted(ctx, orderId), number: null, effectiveOn: null })
}

export const applicationNow = async (there: ApplyingTerritory, id: ApplicationId) =>
  (await inScope(there.db, there.territory.id, (tx) => applicationById(tx, there, id)))!
