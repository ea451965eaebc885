import type { Selectable, Updateable } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OperatorSubmissions } from '../../db/types.ts'
import { move } from '../../kernel/machine.ts'
import type { Result } from '../../kernel/result.ts'
import type { ApplicationId, OperatorSubmissionId, OrderId } from '../../kernel/types.ts'
import { machine, type SubmissionAction, type SubmissionState } from './machine.ts'
import type { Item, OperatorSubmission } from './model.ts'

type Where = Pick<Ctx, 'territory'>

/** One submission; null when the territory has none such. With `lock` it stays as it is until the end of the transaction. */
export async function loadSubmission(
  tx: Tx,
  ctx: Where,
  id: OperatorSubmissionId,
  lock = false,
): Promise<OperatorSubmission | null> {
  const row = await tx
    .selectFrom('operatorSubmissions')
    .selectAll()
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ? submissionOf(row) : null
}

/** A stored row as a submission. */
export const submissionOf = ({ editVersion, decidedAt: _, ...row }: Selectable<OperatorSubmissions>): OperatorSubmission => ({
  ...row,
  version: editVersion,
})

/** The ranked list of a submission. */
export async function itemsOf(tx: Tx, ctx: Where, submissionId: OperatorSubmissionId): Promise<Item[]> {
  return tx
    .selectFrom('submissionItems')
    .select(['applicationId', 'proposal', 'proposalReason', 'decision', 'decisionReason'])
    .where((is) => is.and({ territoryId: ctx.territory.id, submissionId }))
    .orderBy('position')
    .execute()
}

/** Puts this list in place of whatever the submission had. */
export async function saveItems(tx: Tx, ctx: Where, submissionId: OperatorSubmissionId, items: readonly Item[]): Promise<void> {
  const territoryId = ctx.territory.id
  await tx
    .deleteFrom('submissionItems')
    .where((is) => is.and({ territoryId, submissionId }))
    .execute()
  if (items.length === 0) return
  const rows = items.map((item, index) => ({ territoryId, submissionId, position: index + 1, ...item }))
  await tx.insertInto('submissionItems').values(rows).execute()
}

/** Submissions whose choice an order has been made of, locked. */
export async function submissionsBehind(tx: Tx, ctx: Where, orderId: OrderId): Promise<OperatorSubmission[]> {
  const rows = await tx
    .selectFrom('operatorSubmissions')
    .selectAll()
    .where((is) => is.and({ territoryId: ctx.territory.id, orderId }))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(submissionOf)
}

/** Moves a locked submission by an action of its machine and writes what goes with it. The only way to a new state. */
export async function moveSubmission(
  tx: Tx,
  ctx: Where,
  submission: Pick<OperatorSubmission, 'id' | 'state' | 'version'>,
  action: SubmissionAction,
  set: Omit<Updateable<OperatorSubmissions>, 'state' | 'editVersion' | 'id' | 'territoryId'> = {},
): Promise<Result<SubmissionState>> {
  const next = move(machine, submission.state, action)
  if (!next.ok) return next
  await tx
    .updateTable('operatorSubmissions')
    .set({ ...set, state: next.value, editVersion: submission.version + 1 })
    .where((is) => is.and({ territoryId: ctx.territory.id, id: submission.id }))
    .execute()
  return next
}

/** Locks applications while a decision about them is written down: two drafts may not take the same one. */
export async function lockForDecision(tx: Tx, ctx: Where, ids: readonly ApplicationId[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .selectFrom('applications')
    .select('id')
    .where('territoryId', '=', ctx.territory.id)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
}
