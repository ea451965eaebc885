import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { StatusCaseId } from '../../../kernel/types.ts'

/** Writes down that a case leads to nothing, and why. The caller has locked it. */
export async function closeCase(tx: Tx, ctx: Ctx, id: StatusCaseId, reason: string): Promise<void> {
  await tx
    .updateTable('statusCases')
    .set((set) => ({ state: 'dropped', dropReason: reason, closedAt: ctx.now, editVersion: set('editVersion', '+', 1) }))
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .execute()
}
