import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ApplicationId } from '../../../kernel/types.ts'
import { moveApplication } from '../../applications/queries.ts'
import { lockReviewing } from '../reviewing.ts'
import { wrongEarlyEnd } from '../rules.ts'

/** Ends the review of an application with fewer reviews than the call asks for, or without an extra expert; the reason is kept. */
export function finishReview(ctx: Acting, input: { applicationId: ApplicationId; reason: string }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const reviewing = await lockReviewing(tx, ctx, input.applicationId)
    if (!reviewing) return refuse({ code: 'notFound' })
    if (!may(ctx, 'review.manage')) return refuse({ code: 'forbidden', permission: 'review.manage' })
    const { app, reviews } = reviewing
    const wrong = wrongEarlyEnd(reviews)
    if (wrong.length > 0) return refuseAll(wrong)
    const moved = await moveApplication(tx, ctx, app, 'finishReview')
    if (!moved.ok) return moved
    const facts = { number: app.number, reason: input.reason }
    await record(tx, ctx, { kind: 'application.reviewed', subjectId: app.id, facts })
    return ok(null)
  })
}
