import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { OperatorSubmissionId } from '../../../kernel/types.ts'
import { machine } from '../machine.ts'
import { loadSubmission } from '../store.ts'

/** Throws a submission away that nobody is to decide; history keeps that it was there. */
export function dropSubmission(
  ctx: Acting,
  { id, version }: { id: OperatorSubmissionId; version: number },
): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const submission = await loadSubmission(tx, ctx, id, true)
    if (!submission) return refuse({ code: 'notFound' })
    if (!may(ctx, 'submission.edit')) return refuse({ code: 'forbidden', permission: 'submission.edit' })
    const moved = move(machine, submission.state, 'drop')
    if (!moved.ok) return moved
    if (submission.version !== version) return refuse({ code: 'changedMeanwhile' })
    await tx
      .deleteFrom('operatorSubmissions')
      .where((is) => is.and({ territoryId: ctx.territory.id, id }))
      .execute()
    await record(tx, ctx, { kind: 'submission.dropped', subjectId: id, facts: { number: submission.number } })
    return ok(null)
  })
}
