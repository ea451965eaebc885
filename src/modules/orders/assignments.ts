import { type Ctx, may } from '../../authz/ctx.ts'
import type { Permission, Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { AssignmentState } from './assignment-machine.ts'
import type { Assignment } from './model.ts'

/** Locks an assignment the person may act on. Everybody of the territory may see it, as they see the order. */
export async function lockAssignment(
  tx: Tx,
  ctx: Ctx,
  id: string,
  permission: Permission,
  subjectOf: (assignment: Assignment) => Subject,
): Promise<Result<Assignment & { readonly title: string }>> {
  const row = await tx
    .selectFrom('assignments as a')
    .innerJoin('orders as o', (join) => join.onRef('o.territoryId', '=', 'a.territoryId').onRef('o.id', '=', 'a.orderId'))
    .innerJoin('orderPoints as p', (join) => join.onRef('p.territoryId', '=', 'a.territoryId').onRef('p.id', '=', 'a.pointId'))
    .select(['a.id', 'a.orderId', 'a.pointId', 'a.personId', 'a.state', 'o.controllerId', 'p.text as title'])
    .where('a.territoryId', '=', ctx.territory.id)
    .where('a.id', '=', id)
    .forUpdate('a')
    .executeTakeFirst()
  if (!row) return refuse({ code: 'notFound' })
  const assignment = {
    ...row,
  }
  return may(ctx, permission, subjectOf(assignment)) ? ok(assignment) : refuse({ code: 'forbidden', permission })
}

/** Saves what was decided about an assignment. */
export async function saveAssignment(
  tx: Tx,
  ctx: Ctx,
  id: string,
  change: {
    state: AssignmentState
    note?: string | null
    remark?: string | null
    doneOn?: string | null
    acceptedOn?: string | null
  },
): Promise<void> {
  await tx.updateTable('assignments').set(change).where('territoryId', '=', ctx.territory.id).where('id', '=', id).execute()
}
