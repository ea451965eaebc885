import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import type { OperatorSubmissionId, OrderId } from '../../../kernel/types.ts'
import { submissions } from '../case.ts'
import { submissionsBehind } from '../store.ts'

/**
 * The order behind a submission is signed: the submission is decided, with the choices as the order has them. What the order left out is
 * still to be decided, and then the submission waits again.
 */
export async function settleSubmissions(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const submission of await submissionsBehind(tx, ctx, orderId)) {
    const left = await takeChoices(tx, ctx, submission.id, orderId)
    const moved = await (left === 0
      ? submissions.move(tx, ctx, submission, 'settle', { decidedAt: ctx.now })
      : submissions.move(tx, ctx, submission, 'reopen', { orderId: null }))
    if (!moved.ok) throw new Error(`submission ${submission.id} cannot be settled from ${submission.state}`)
    const { id, number } = submission
    facts.push(
      left === 0
        ? { kind: 'submission.decided', subjectId: id, facts: { number, orderId } }
        : { kind: 'submission.reopened', subjectId: id, facts: { number, reason: `без решения осталось заявок: ${left}` } },
    )
  }
  return facts
}

/** Writes down what was really decided, and counts what still waits. */
async function takeChoices(tx: Tx, ctx: Ctx, submissionId: OperatorSubmissionId, orderId: OrderId): Promise<number> {
  const territoryId = ctx.territory.id
  const rows = await tx
    .selectFrom('submissionItems as i')
    .innerJoin('applications as a', (join) =>
      join.onRef('a.territoryId', '=', 'i.territoryId').onRef('a.id', '=', 'i.applicationId'),
    )
    .select(['i.applicationId', 'i.decisionReason', 'a.state', 'a.decisionReason as reason', 'a.decidedByOrderId'])
    .where((is) => is.and({ 'i.territoryId': territoryId, 'i.submissionId': submissionId }))
    .execute()
  for (const row of rows) {
    if (row.decidedByOrderId !== orderId) continue
    const choice =
      row.state === 'granted'
        ? { decision: 'include' as const, decisionReason: row.decisionReason }
        : { decision: 'exclude' as const, decisionReason: row.reason ?? '' }
    await tx
      .updateTable('submissionItems')
      .set(choice)
      .where((is) => is.and({ territoryId, submissionId, applicationId: row.applicationId }))
      .execute()
  }
  return rows.filter(({ state }) => state === 'proposed').length
}

/** The order behind a submission is gone, thrown away or revoked: the submission waits for a decision again. */
export async function reopenSubmissions(tx: Tx, ctx: Ctx, orderId: OrderId, reason: string): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const submission of await submissionsBehind(tx, ctx, orderId)) {
    const moved = await submissions.move(tx, ctx, submission, 'reopen', { orderId: null, decidedAt: null })
    if (!moved.ok) throw new Error(`submission ${submission.id} cannot be reopened from ${submission.state}`)
    facts.push({ kind: 'submission.reopened', subjectId: submission.id, facts: { number: submission.number, reason } })
  }
  return facts
}
