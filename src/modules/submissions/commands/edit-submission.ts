import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, type RuleRefusal, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { OperatorSubmissionId } from '../../../kernel/types.ts'
import type { Item, Written } from '../model.ts'
import { openedSubmission } from '../queries.ts'
import { problemsOf } from '../rules.ts'
import { loadSubmission, moveSubmission, saveItems } from '../store.ts'

export type SubmissionEdit = {
  readonly id: OperatorSubmissionId
  readonly version: number
  readonly text: string
  /** In the order of the list. */
  readonly items: readonly Written[]
}

/** Rewrites the list and the letter of a submission that has not been sent, or has come back. */
export function editSubmission(ctx: Acting, { id, version, text, items }: SubmissionEdit): Promise<Result<{ id: string }>> {
  return transact(ctx, async (tx) => {
    const submission = await loadSubmission(tx, ctx, id, true)
    if (!submission) return refuse({ code: 'notFound' })
    if (!may(ctx, 'submission.edit')) return refuse({ code: 'forbidden', permission: 'submission.edit' })
    if (submission.version !== version) return refuse({ code: 'changedMeanwhile' })
    const opened = await openedSubmission(tx, ctx, id)
    const known = new Set<string>([
      ...opened.places.map((place) => place.applicationId),
      ...opened.others.map((candidate) => candidate.id),
    ])
    const wrong = [...unknownIn(items, known), ...problemsOf(items)]
    if (wrong.length > 0) return refuseAll(wrong)
    const moved = await moveSubmission(tx, ctx, submission, 'change', { text })
    if (!moved.ok) return moved
    const kept = items.flatMap(asItem)
    if (kept.length === 0) return refuseRule('submission.noItems')
    await saveItems(tx, ctx, id, kept)
    await record(tx, ctx, { kind: 'submission.changed', subjectId: id, facts: { number: submission.number } })
    return ok({ id })
  })
}

function unknownIn(items: readonly Written[], known: ReadonlySet<string>): RuleRefusal[] {
  const ids = items.map(({ applicationId }) => applicationId)
  return ids.flatMap((id, index): RuleRefusal[] => {
    const field = `items.${index}.verdict`
    if (!known.has(id)) return [{ code: 'rule', rule: 'submission.unknownApplication', field }]
    return ids.indexOf(id) === index ? [] : [{ code: 'rule', rule: 'submission.listedTwice', field }]
  })
}

const asItem = ({ applicationId, verdict, reason }: Written): Item[] =>
  verdict === 'include' || verdict === 'exclude'
    ? [
        {
          applicationId,
          proposal: verdict,
          proposalReason: reason,
          decision: null,
          decisionReason: '',
        },
      ]
    : []
