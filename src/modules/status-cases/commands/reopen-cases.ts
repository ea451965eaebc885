import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { type OpenCase, statusCases } from '../case.ts'

/**
 * Cases whose draft order is thrown away, or was signed without deciding them, are where they were before the draft. Call it in the
 * transaction of that deed.
 */
export async function reopenCases(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<Fact[]> {
  const rows = await tx
    .selectFrom('statusCases')
    .selectAll()
    .where((is) => is.and({ territoryId: ctx.territory.id, orderId, state: 'drafted' }))
    .forUpdate()
    .execute()
  const facts: Fact[] = []
  for (const row of rows) {
    const one = row as OpenCase['one']
    const moved = await statusCases.move(tx, ctx, one, one.submittedAt === null ? 'reopen' : 'reopenProposed', { orderId: null })
    if (!moved.ok) throw new Error(`case ${one.id} cannot go back from its draft`)
    facts.push({
      kind: 'statusCase.reopened',
      subjectId: one.id,
      siteId: one.siteId,
      facts: { case: one.kind, draftOrderId: orderId },
    })
  }
  return facts
}
