import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import type { ApplicationId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { numberOf } from '../../applications/model.ts'
import { applicationById } from '../../applications/queries.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { isOpen } from '../machine.ts'
import { reviewsOfRound } from '../store.ts'
import { moveReview } from './move-review.ts'

const reasons = { returned: 'Заявка возвращена на доработку', withdrawn: 'Заявку отозвали' } as const

/**
 * Closes whatever is being written about an application that is returned or withdrawn. The caller has locked the application; what has been
 * sent stays with its round. Gives how many were closed.
 */
export async function closeReviews(
  tx: Tx,
  ctx: Ctx,
  applicationId: ApplicationId,
  why: 'returned' | 'withdrawn',
): Promise<number> {
  const reason = reasons[why]
  const app = await applicationById(tx, ctx, applicationId)
  if (!app || app.round === 0) return 0
  const reviews = await reviewsOfRound(tx, ctx, app.id, app.round, true)
  const closing = reviews.filter(({ state }) => isOpen(state) || state === 'declined')
  const people = closing.map(({ expertId }) => expertId)
  const nameOf = await initialsOf(tx, ctx, people)
  const facts: Fact[] = []
  for (const review of closing) {
    const moved = await moveReview(tx, ctx, review, 'close', { closeReason: reason, closedAt: ctx.now })
    if (!moved.ok) throw new Error(`the review ${review.id} could not be closed: ${moved.refusal.code}`)
    facts.push({
      kind: 'review.closed',
      subjectId: review.id,
      facts: { number: app.number, application: app.id, expert: nameOf(review.expertId), reason },
    })
  }
  await tell(
    tx,
    ctx,
    closing
      .filter(({ state }) => isOpen(state))
      .map(({ id, expertId }) => ({
        personId: expertId,
        kind: 'review.closed',
        subjectId: id,
        params: { number: numberOf(app), reason },
      })),
  )
  await recordAll(tx, ctx, facts)
  return closing.length
}
