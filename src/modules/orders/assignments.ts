import { sql, type Updateable } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Assignments } from '../../db/types.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { FileId } from '../../kernel/types.ts'
import type { Assignment } from './model.ts'
import { assigneeSubject, controlSubject } from './subjects.ts'

export type KnownAssignment = Assignment & {
  readonly title: string
  /** What it comes from in words, where that is no order. */
  readonly ground: string | null
}

/** Locks an assignment the person may act on: report what is theirs, decide what they control. Everybody of the territory may see it. */
export async function lockAssignment(
  tx: Tx,
  ctx: Ctx,
  id: string,
  permission: 'assignment.report' | 'assignment.decide',
): Promise<Result<KnownAssignment>> {
  const territoryId = ctx.territory.id
  const row = await tx
    .selectFrom('assignments as a')
    .leftJoin('orders as o', (join) => join.onRef('o.territoryId', '=', 'a.territoryId').onRef('o.id', '=', 'a.orderId'))
    .leftJoin('orderPoints as p', (join) => join.onRef('p.territoryId', '=', 'a.territoryId').onRef('p.id', '=', 'a.pointId'))
    .select(['a.id', 'a.orderId', 'a.personId', 'a.state', 'a.ground'])
    .select((of) => [
      of.fn.coalesce('o.controllerId', 'a.controllerId').as('controllerId'),
      of.fn.coalesce('p.text', 'a.text', sql<string>`''`).as('title'),
    ])
    .where((is) => is.and({ 'a.territoryId': territoryId, 'a.id': id }))
    .forUpdate('a')
    .executeTakeFirst()
  if (!row) return refuse({ code: 'notFound' })
  const subject = permission === 'assignment.report' ? assigneeSubject(territoryId, row) : controlSubject({ territoryId, ...row })
  return may(ctx, permission, subject) ? ok(row) : refuse({ code: 'forbidden', permission })
}

/** Saves what was decided about an assignment. */
export async function saveAssignment(tx: Tx, ctx: Ctx, id: string, change: Updateable<Assignments>): Promise<void> {
  await tx.updateTable('assignments').set(change).where('territoryId', '=', ctx.territory.id).where('id', '=', id).execute()
}

/** Files sent with a report; those of an earlier report stay. */
export async function attachFiles(tx: Tx, ctx: Ctx, assignmentId: string, files: readonly FileId[]): Promise<void> {
  if (files.length === 0) return
  await tx
    .insertInto('assignmentFiles')
    .values(files.map((fileId) => ({ territoryId: ctx.territory.id, assignmentId, fileId })))
    .execute()
}
