import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OperatorSubmissionId, OrderId } from '../../kernel/types.ts'
import type { Item } from './model.ts'

type Where = Pick<Ctx, 'territory'>

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
export async function saveItems(tx: Tx, ctx: Where, submissionId: OperatorSubmissionId, items: readonly Item[]): Promise<null> {
  const territoryId = ctx.territory.id
  await tx
    .deleteFrom('submissionItems')
    .where((is) => is.and({ territoryId, submissionId }))
    .execute()
  if (items.length === 0) return null
  const rows = items.map((item, index) => ({ territoryId, submissionId, position: index + 1, ...item }))
  await tx.insertInto('submissionItems').values(rows).execute()
  return null
}

/** Submissions whose choice an order has been made of, locked. */
export const submissionsBehind = (tx: Tx, ctx: Where, orderId: OrderId) =>
  tx
    .selectFrom('operatorSubmissions')
    .selectAll()
    .where((is) => is.and({ territoryId: ctx.territory.id, orderId }))
    .orderBy('id')
    .forUpdate()
    .execute()

export async function dropSubmissionRow(tx: Tx, ctx: Where, id: OperatorSubmissionId): Promise<null> {
  await tx
    .deleteFrom('operatorSubmissions')
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .execute()
  return null
}
