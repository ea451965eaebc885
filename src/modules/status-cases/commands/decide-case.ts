import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { OrderId, SiteId, StatusCaseId } from '../../../kernel/types.ts'
import { closeCase } from './close-case.ts'

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
