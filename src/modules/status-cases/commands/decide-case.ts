import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { OrderId, SiteId, StatusCaseId } from '../../../kernel/types.ts'
import { type OpenCase, statusCases } from '../case.ts'

/** Writes down that a case leads to nothing, and why. The caller has locked it. */
async function closeCase(tx: Tx, ctx: Ctx, id: StatusCaseId, reason: string): Promise<void> {
  await tx
    .updateTable('statusCases')
    .set((set) => ({ state: 'dropped', dropReason: reason, closedAt: ctx.now, editVersion: set('editVersion', '+', 1) }))
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .execute()
}

/** Closes the case that a signed order decides, in the transaction of the signature. */
export async function decideCase(
  tx: Tx,
  ctx: Ctx,
  { caseId, orderId }: { caseId: StatusCaseId | null; orderId: OrderId },
): Promise<Fact[]> {
  if (caseId === null) return []
  const row = await tx
    .updateTable('statusCases')
    .set((set) => ({ state: 'decided', orderId, closedAt: ctx.now, editVersion: set('editVersion', '+', 1) }))
    .where((is) => is.and({ territoryId: ctx.territory.id, id: caseId, state: 'drafted' }))
    .returning(['siteId', 'kind'])
    .executeTakeFirst()
  if (!row) throw new Error(`case ${caseId} was checked before and is not there to be decided`)
  return [{ kind: 'statusCase.decided', subjectId: caseId, siteId: row.siteId, facts: { case: row.kind, orderId } }]
}

/** What else was being decided about a status falls away with it. */
export async function dropOtherCases(
  tx: Tx,
  ctx: Ctx,
  { siteId, except, reason }: { siteId: SiteId; except: StatusCaseId | null; reason: string },
): Promise<Fact[]> {
  const open = await tx
    .selectFrom('statusCases')
    .select(['id', 'kind'])
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
    .where('state', 'not in', ['decided', 'dropped'])
    .$call((query) => (except === null ? query : query.where('id', '!=', except)))
    .forUpdate()
    .execute()
  for (const { id } of open) await closeCase(tx, ctx, id, reason)
  return open.map(({ id, kind }) => ({ kind: 'statusCase.dropped', subjectId: id, siteId, facts: { case: kind, reason } }))
}

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
