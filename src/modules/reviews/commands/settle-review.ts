import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { tellAll } from '../../../notices/tell.ts'
import { numberOf } from '../../applications/model.ts'
import { moveApplication, operatorsOf } from '../../applications/queries.ts'
import type { Reviewing } from '../reviewing.ts'
import { figuresOf, isComplete, needsExtra } from '../rules.ts'
import { reviewsOfRound } from '../store.ts'
import { points } from '../wording.ts'

/** After a review has been sent: ends the review of the application when it is over, or says that the totals lie too far apart. */
export async function settleReview(tx: Tx, ctx: Ctx, { app, call }: Reviewing): Promise<Result<Fact[]>> {
  if (app.state !== 'underReview') return ok([])
  const reviews = await reviewsOfRound(tx, ctx, app.id, app.round)
  const about = { number: numberOf(app), applicationId: app.id }
  if (needsExtra(reviews, call)) {
    const params = { ...about, spread: points(figuresOf(reviews).spread ?? 0), limit: call.spreadLimit }
    await tellAll(tx, ctx, await operatorsOf(tx, ctx), { kind: 'review.needsExtra', subjectId: app.id, params })
    return ok([])
  }
  if (!isComplete(reviews, call)) return ok([])
  const moved = await moveApplication(tx, ctx, app, 'finishReview')
  if (!moved.ok) return moved
  await tellAll(tx, ctx, await operatorsOf(tx, ctx), { kind: 'review.finished', subjectId: app.id, params: about })
  return ok([{ kind: 'application.reviewed', subjectId: app.id, facts: { number: app.number } }])
}
