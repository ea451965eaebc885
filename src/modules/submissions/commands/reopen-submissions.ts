import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { moveSubmission, submissionsBehind } from '../store.ts'

/** The order behind a submission is gone, thrown away or revoked: the submission waits for a decision again. */
export async function reopenSubmissions(tx: Tx, ctx: Ctx, orderId: OrderId, reason: string): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const submission of await submissionsBehind(tx, ctx, orderId)) {
    const moved = await moveSubmission(tx, ctx, submission, 'reopen', { orderId: null, decidedAt: null })
    if (!moved.ok) throw new Error(`submission ${submission.id} cannot be reopened from ${submission.state}`)
    facts.push({ kind: 'submission.reopened', subjectId: submission.id, facts: { number: submission.number, reason } })
  }
  return facts
}
