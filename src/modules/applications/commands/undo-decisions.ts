import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { ApplicationId, OrderId } from '../../../kernel/types.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { tell } from '../../../notices/tell.ts'
import { orderNamed } from '../../orders/label-queries.ts'
import { handOver } from '../../programmes/commands/hand-over.ts'
import { regulationById } from '../../regulation/queries.ts'
import { untieApplication } from '../../sites/commands/tie-application.ts'
import { applicantsOf } from '../applicant-queries.ts'
import { backTo, decidableState } from '../deciding-rules.ts'
import type { Application } from '../model.ts'
import { lockApplication, moveApplication } from './move-application.ts'

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
  const applications: Application[] = []
  for (const { id } of rows) {
    const application = (await lockApplication(tx, ctx, id))!
    await putBack(tx, ctx, application)
    applications.push(application)
  }
  await tellOf(tx, ctx, applications, orderId)
  return applications.map((one) => factOf(one, orderId))
}

async function putBack(tx: Tx, ctx: Ctx, application: Application): Promise<void> {
  const territoryId = ctx.territory.id
  const stored = await regulationById(tx, territoryId, application.regulationId, ctx.today)
  const action = stored && backTo[decidableState(stored.regulation)]
  if (!action) throw new Error(`application ${application.id} has no state to go back to`)
  await untieApplication(tx, ctx, application.id)
  await handOver(tx, ctx, application.id, null)
  const moved = await moveApplication(tx, ctx, application, action, {
    decidedOn: null,
    decisionReason: null,
    decidedByOrderId: null,
    siteId: null,
  })
  if (!moved.ok) throw new Error(`application ${application.id} cannot go back from the state ${application.state}`)
}

const factOf = (application: Application, orderId: OrderId): Fact => ({
  kind: 'application.reopened',
  subjectId: application.id,
  facts: { label: `заявка № ${application.number}`, orderId },
})

async function tellOf(tx: Tx, ctx: Ctx, applications: readonly Application[], orderId: OrderId): Promise<void> {
  if (applications.length === 0) return
  const order = await orderNamed(tx, ctx, orderId)
  const byId = new Map<ApplicationId, Application>(applications.map((one) => [one.id, one]))
  const applicants = await applicantsOf(tx, ctx, [...byId.keys()])
  await tell(
    tx,
    ctx,
    applicants.map(({ applicationId, personId }): Notice => {
      const { number, theme } = byId.get(applicationId)!
      return { personId, kind: 'application.reopened', subjectId: applicationId, params: { number: number!, theme, order } }
    }),
  )
}
