import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import type { Outcome } from '../../applications/ports.ts'
import { reviewersOf } from '../reviewer-queries.ts'

/** Experts are told what became of the applications they read. */
export async function tellOutcome(tx: Tx, ctx: Ctx, outcomes: readonly Outcome[]): Promise<void> {
  const byId = new Map<ApplicationId, Outcome>(outcomes.map((one) => [one.applicationId, one]))
  const experts = await reviewersOf(tx, ctx, [...byId.keys()])
  await tell(
    tx,
    ctx,
    experts.map(({ reviewId, applicationId, personId }) => {
      const { number, granted, order } = byId.get(applicationId)!
      return { personId, kind: 'review.outcomeKnown', subjectId: reviewId, params: { number, granted, order } }
    }),
  )
}
