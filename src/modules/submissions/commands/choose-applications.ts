import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { OperatorSubmissionId, OrderId } from '../../../kernel/types.ts'
import type { Item, OperatorSubmission, Written } from '../model.ts'
import { type OpenSubmission, openedSubmission } from '../queries.ts'
import { groundOf } from '../rules.ts'
import { loadSubmission, moveSubmission, saveItems } from '../store.ts'
import { writeDecision } from './write-decision.ts'

export type Choosing = {
  readonly id: OperatorSubmissionId
  readonly version: number
  readonly items: readonly Written[]
  /** Whether an order is made of it now; else it is only kept. */
  readonly drafts: boolean
}
export type Chosen = { readonly id: OperatorSubmissionId; readonly orderId: OrderId | null }

/**
 * The authority's choice by a submission: kept, or written down as a draft order. It may differ from what was proposed; only the signature
 * of the order decides.
 */
export function chooseApplications(ctx: Acting, input: Choosing): Promise<Result<Chosen>> {
  return transact(ctx, async (tx) => {
    const submission = await loadSubmission(tx, ctx, input.id, true)
    if (!submission) return refuse({ code: 'notFound' })
    if (!may(ctx, 'submission.decide')) return refuse({ code: 'forbidden', permission: 'submission.decide' })
    // Whoever comes second to a decision is told first of all that the submission is not what they have read.
    if (submission.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const opened = await openedSubmission(tx, ctx, input.id)
    const items = opened.places.map((place) => chosenAt(place, input.items))
    return input.drafts ? draft(tx, ctx, opened, items) : keep(tx, ctx, submission, items)
  })
}

/** A place of the list with what was written about it; an application that was withdrawn keeps no choice. */
function chosenAt({ candidate, assessment: _, ...item }: OpenSubmission['places'][number], written: readonly Written[]): Item {
  const found = written.find(({ applicationId }) => applicationId === item.applicationId)
  const verdict = found?.verdict === 'include' || found?.verdict === 'exclude' ? found.verdict : null
  return {
    ...item,
    decision: candidate.state === 'proposed' ? verdict : null,
    decisionReason: found?.reason.trim() ?? '',
  }
}

const countOf = (items: readonly Item[]) => ({
  include: items.filter(({ decision }) => decision === 'include').length,
  exclude: items.filter(({ decision }) => decision === 'exclude').length,
})

async function keep(tx: Tx, ctx: Ctx, submission: OperatorSubmission, items: readonly Item[]): Promise<Result<Chosen>> {
  const moved = await moveSubmission(tx, ctx, submission, 'choose')
  if (!moved.ok) return moved
  await saveItems(tx, ctx, submission.id, items)
  const facts = { number: submission.number, ...countOf(items) }
  await record(tx, ctx, { kind: 'submission.chosen', subjectId: submission.id, facts })
  return ok({ id: submission.id, orderId: null })
}

async function draft(tx: Tx, ctx: Ctx, opened: OpenSubmission, items: readonly Item[]): Promise<Result<Chosen>> {
  const { submission, regulation, protocols, places } = opened
  const waiting = new Set(
    places.filter(({ candidate }) => candidate.state === 'proposed').map((one) => one.applicationId as string),
  )
  const written = items
    .map(({ applicationId, decision, decisionReason }) => ({ applicationId, verdict: decision, reason: decisionReason }))
    .map((one) => (waiting.has(one.applicationId) ? one : { ...one, verdict: 'later' as const }))
  await saveItems(tx, ctx, submission.id, items)
  const orderId = await writeDecision(tx, ctx, { regulation, written, ground: groundOf(regulation, submission, protocols) })
  if (!orderId.ok) return orderId
  const moved = await moveSubmission(tx, ctx, submission, 'draftOrder', { orderId: orderId.value })
  if (!moved.ok) return moved
  const facts = { number: submission.number, orderId: orderId.value, ...countOf(items) }
  await record(tx, ctx, { kind: 'submission.drafted', subjectId: submission.id, facts })
  return ok({ id: submission.id, orderId: orderId.value })
}
