import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { Day } from '../../../kernel/types.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { openReviewsOf } from '../expert-queries.ts'
import { wrongEnd } from '../pool-rules.ts'

/** Ends a person's membership of the pool; what they have to write must be sent or given to somebody else first. */
export function endExpert(ctx: Acting, input: { expertId: string; endsOn: Day }): Promise<Result<null>> {
  const { expertId, endsOn } = input
  return transact(ctx, async (tx) => {
    const expert = await tx
      .selectFrom('experts')
      .select(['personId', 'startsOn', 'endsOn'])
      .where((is) => is.and({ territoryId: ctx.territory.id, id: expertId }))
      .forUpdate()
      .executeTakeFirst()
    if (!expert) return refuse({ code: 'notFound' })
    if (!may(ctx, 'expert.manage')) return refuse({ code: 'forbidden', permission: 'expert.manage' })
    if (expert.endsOn !== null) return refuse({ code: 'illegalMove', from: 'ended', action: 'end' })
    const openReviews = await openReviewsOf(tx, ctx, expert.personId)
    const wrong = wrongEnd({ startsOn: expert.startsOn, endsOn, openReviews })
    if (wrong.length > 0) return refuseAll(wrong)

    await tx
      .updateTable('experts')
      .set({ endsOn })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: expertId }))
      .execute()
    const nameOf = await initialsOf(tx, ctx, [expert.personId])
    await record(tx, ctx, {
      kind: 'expert.ended',
      subjectId: expert.personId,
      facts: { person: nameOf(expert.personId), on: endsOn },
    })
    return ok(null)
  })
}
