import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { instantOf } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import type { CallId, Day, OrderId } from '../../../kernel/types.ts'
import { reviewProlonged } from '../ports.ts'
import { publishCalls } from './publish-calls.ts'
import { tellOfCall } from './tell-of-call.ts'

export type Extension = {
  readonly callId: CallId
  readonly closesOn: Day
  readonly closesAt: string
  readonly reviewDueOn: Day | null
  readonly pointNumber: string
}

/** Moves the closing of calls to a later moment; one that was over receives again. */
export async function extendCalls(tx: Tx, ctx: Ctx, extensions: readonly Extension[], orderId: OrderId): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const extension of extensions) {
    const closesAt = instantOf(extension.closesOn, `${extension.closesAt}:00`, ctx.territory.timeZone)
    const before = await move(tx, ctx, extension, closesAt)
    await tx
      .insertInto('callExtensions')
      .values({
        territoryId: ctx.territory.id,
        id: newId(),
        callId: extension.callId,
        closedBefore: before.closesAt,
        closesAt,
        reviewDueBefore: before.reviewDueOn,
        reviewDueOn: extension.reviewDueOn,
        orderId,
        pointNumber: extension.pointNumber,
      })
      .execute()
    if (extension.reviewDueOn !== null)
      for (const hear of reviewProlonged.parts()) await hear(tx, ctx, extension.callId, extension.reviewDueOn)
    await tellOfCall(tx, ctx, extension.callId, 'call.extended')
    facts.push({
      kind: 'call.extended',
      subjectId: extension.callId,
      facts: {
        title: before.title,
        orderId,
        pointNumber: extension.pointNumber,
        to: extension.closesOn,
        until: extension.closesAt,
      },
    })
  }
  await publishCalls(
    tx,
    ctx,
    extensions.map(({ callId }) => callId),
  )
  return facts
}

/** Writes the new closing and gives back what stood there. */
async function move(tx: Tx, ctx: Ctx, { callId, reviewDueOn }: Extension, closesAt: Date) {
  const call = await tx
    .selectFrom('calls')
    .select(['title', 'closesAt', 'reviewDueOn'])
    .where((is) => is.and({ territoryId: ctx.territory.id, id: callId }))
    .forUpdate()
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('calls')
    .set({ closesAt, ...(reviewDueOn === null ? {} : { reviewDueOn }) })
    .where((is) => is.and({ territoryId: ctx.territory.id, id: callId }))
    .execute()
  return call
}
