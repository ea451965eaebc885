import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { tell } from '../../../notices/tell.ts'
import { lockCase, moveCase } from '../store.ts'

/** The authority sends a submission back with what it lacks. */
export function sendBackCase(ctx: Acting, input: { caseId: string; version: number; remark: string }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockCase(tx, ctx, input.caseId)
    if (!opened) return refuse({ code: 'notFound' })
    const { one, site } = opened
    if (!may(ctx, 'submission.decide')) return refuse({ code: 'forbidden', permission: 'submission.decide' })
    if (one.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const { remark } = input
    const moved = await moveCase(tx, ctx, one, 'sendBack', { remark, submittedAt: null })
    if (!moved.ok) return moved
    if (one.submittedBy !== null)
      await tell(tx, ctx, [
        {
          personId: one.submittedBy,
          kind: 'statusCase.sentBack',
          subjectId: one.id,
          params: { site: site.name, kind: one.kind, remark },
        },
      ])
    await record(tx, ctx, {
      kind: 'statusCase.sentBack',
      subjectId: one.id,
      siteId: site.id,
      facts: { case: one.kind, remark },
    })
    return ok(null)
  })
}
