import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import type { CheckedFile } from '../../../files/check.ts'
import { storeFiles } from '../../../files/store.ts'
import { recordAll } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ApplicationId, Day, ReviewId } from '../../../kernel/types.ts'
import type { ReviewText } from '../model.ts'
import { reviewClause } from '../reviewing.ts'
import { atOdds, brokenScores, missingForSending, totalOf, wrongPaper } from '../rules.ts'
import { lockLed, moveReview, told } from './move-review.ts'
import { writeText } from './save-review.ts'
import { settleReview } from './settle-review.ts'

export type PaperInput = {
  readonly reviewId: ReviewId
  readonly version: number
  readonly text: ReviewText
  /** The day that stands on the paper. */
  readonly paperOn: Day
  readonly sure?: boolean
  /** Its picture. */
  readonly files: readonly CheckedFile[]
}

/** Types in a review an expert has handed over on paper; it stays marked with who typed it. */
export function enterPaperReview(ctx: Acting, input: PaperInput): Promise<Result<ApplicationId>> {
  const { text, paperOn, files } = input
  return transact(ctx, async (tx) => {
    const locked = await lockLed(tx, ctx, input.reviewId)
    if (!locked.ok) return locked
    const { review, reviewing } = locked.value
    if (review.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const { criteria } = reviewing.call
    const wrong = [
      ...wrongPaper({ paperOn, today: ctx.today, files: files.length }),
      ...brokenScores(criteria, text.scores),
      ...missingForSending(criteria, text, reviewClause(reviewing)),
      ...atOdds(criteria, text, input.sure ?? false),
    ]
    if (wrong.length > 0) return refuseAll(wrong)

    await writeText(tx, ctx, review, text)
    const [paperFileId] = await storeFiles(tx, ctx, files)
    const set = { sentAt: ctx.now, total: totalOf(criteria, text.scores), enteredBy: ctx.actor.personId, paperOn, paperFileId }
    const moved = await moveReview(tx, ctx, review, 'enterPaper', set)
    if (!moved.ok) return moved
    const settled = await settleReview(tx, ctx, reviewing)
    if (!settled.ok) return settled
    const facts = { ...(await told(tx, ctx, locked.value)), on: paperOn }
    await recordAll(tx, ctx, [{ kind: 'review.entered', subjectId: review.id, facts }, ...settled.value])
    return ok(review.applicationId)
  })
}
