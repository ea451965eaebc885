import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ApplicationId, Day, PersonId, ReviewId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { numberOf } from '../../applications/model.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { wrongAssignment } from '../assignment-rules.ts'
import { isOpen } from '../machine.ts'
import { candidatesOf, reviewClause } from '../reviewing.ts'
import { insertReviews } from './assign-experts.ts'
import { lockLed, moveReview } from './move-review.ts'

/** Gives a review that is late, or that its expert has declined, to another expert; the reason is kept. */
export function replaceExpert(
  ctx: Acting,
  input: { reviewId: ReviewId; personId: PersonId; dueOn: Day; reason: string },
): Promise<Result<{ reviewId: ReviewId; applicationId: ApplicationId }>> {
  const { dueOn, reason } = input
  const personId = input.personId
  return transact(ctx, async (tx) => {
    const locked = await lockLed(tx, ctx, input.reviewId)
    if (!locked.ok) return locked
    const { review, reviewing, isCurrent } = locked.value
    if (!isCurrent || reviewing.app.state !== 'underReview')
      return refuse({ code: 'illegalMove', from: reviewing.app.state, action: 'replace' })
    const wrong = wrongAssignment({
      personIds: [personId],
      dueOn,
      today: ctx.today,
      candidates: await candidatesOf(tx, ctx, reviewing),
      clause: reviewClause(reviewing),
      field: 'personId',
    })
    if (wrong.length > 0) return refuseAll(wrong)

    const [added] = await insertReviews(tx, ctx, reviewing, { personIds: [personId], dueOn, isExtra: review.isExtra })
    if (!added) return refuse({ code: 'notFound' })
    const set = { replaceReason: reason, replacedAt: ctx.now, replacedByReviewId: added.id }
    const moved = await moveReview(tx, ctx, review, 'replace', set)
    if (!moved.ok) return moved
    const number = numberOf(reviewing.app)
    if (isOpen(review.state))
      await tell(tx, ctx, [{ personId: review.expertId, kind: 'review.replaced', subjectId: review.id, params: { number } }])
    const nameOf = await initialsOf(tx, ctx, [review.expertId, personId])
    const facts = { number, application: review.applicationId, expert: nameOf(review.expertId), by: nameOf(personId), reason }
    await recordAll(tx, ctx, [{ kind: 'review.replaced', subjectId: review.id, facts }, added.fact])
    return ok({ reviewId: added.id, applicationId: review.applicationId })
  })
}
