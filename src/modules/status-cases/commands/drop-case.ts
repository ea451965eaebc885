import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { tell } from '../../../notices/tell.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import { lockCase, moveCase } from '../store.ts'

/** Ends a case without an order, with a reason: the office does, and whoever asked for it takes their own wish back. */
export function dropCase(ctx: Acting, input: { caseId: string; version: number; reason: string }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockCase(tx, ctx, input.caseId)
    if (!opened) return refuse({ code: 'notFound' })
    const { one, site } = opened
    const subject = subjectOf(ctx.territory.id, site)
    const own = one.proposedBy === 'organisation' && may(ctx, 'statusCase.explain', subject)
    if (!own && !may(ctx, 'statusCase.decide', subject)) return refuse({ code: 'forbidden', permission: 'statusCase.decide' })
    if (one.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const { reason } = input
    const moved = await moveCase(tx, ctx, one, 'drop', { dropReason: reason, closedAt: ctx.now })
    if (!moved.ok) return moved
    const told = new Set([...(await officeOf(tx, ctx)), ...(await peopleOfSite(tx, ctx, site.id))])
    const params = { site: site.name, kind: one.kind, reason }
    await tell(
      tx,
      ctx,
      [...told].map((personId) => ({ personId, kind: 'statusCase.dropped', subjectId: one.id, params })),
    )
    await record(tx, ctx, {
      kind: 'statusCase.dropped',
      subjectId: one.id,
      siteId: site.id,
      facts: { case: one.kind, reason },
    })
    return ok(null)
  })
}
