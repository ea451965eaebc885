import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'

/** The person of the context has read everything they have been told. Gives how many notices became read. */
export function markRead(ctx: Acting): Promise<Result<number>> {
  return transact(ctx, async (tx) => {
    if (!may(ctx, 'notice.read')) return refuse({ code: 'forbidden', permission: 'notice.read' })
    const { numUpdatedRows } = await tx
      .updateTable('notices')
      .set({ readAt: ctx.now })
      .where((is) => is.and({ territoryId: ctx.territory.id, personId: ctx.actor.personId }))
      .where('readAt', 'is', null)
      .executeTakeFirst()
    return ok(Number(numUpdatedRows))
  })
}
