import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { tell } from '../../../notices/tell.ts'
import type { Outcome } from '../../applications/ports.ts'

/** Experts who have sent a review are told what became of the application they read. */
export async function tellOutcome(tx: Tx, ctx: Ctx, outcomes: readonly Outcome[]): Promise<void> {
  const byId = new Map(outcomes.map((one) => [one.applicationId, one]))
  if (byId.size === 0) return
  const sent = await tx
    .selectFrom('reviews')
    .select(['id', 'applicationId', 'expertPersonId as personId'])
    .where((is) => is.and({ territoryId: ctx.territory.id, state: 'sent' }))
    .where('applicationId', 'in', [...byId.keys()])
    .execute()
  const notices = sent.map(({ id, applicationId, personId }) => {
    const { number, granted, order } = byId.get(applicationId)!
    return { personId, kind: 'review.outcomeKnown' as const, subjectId: id, params: { number, granted, order } }
  })
  await tell(tx, ctx, notices)
}
