import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Day, Instant } from '../../../kernel/types.ts'
import type { PlanState, PlanVersion } from '../model.ts'

/** Writes the new place of a version. The plan is locked, so the place it leaves is still true; the edit version tells others of it. */
export async function moveVersion(
  tx: Tx,
  ctx: Ctx,
  version: PlanVersion,
  to: { state: PlanState; step: number; submittedAt?: Instant; approvedAt?: Instant; approvedOn?: Day },
): Promise<void> {
  const moved = await tx
    .updateTable('planVersions')
    .set((set) => ({ ...to, editVersion: set('editVersion', '+', 1) }))
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', version.id)
    .where('state', '=', version.state)
    .where('step', '=', version.step)
    .returning('id')
    .execute()
  if (moved.length !== 1) throw new Error(`version ${version.id} moved although its plan was locked`)
}
