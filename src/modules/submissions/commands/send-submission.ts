import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, type RuleRefusal, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { OperatorSubmissionId, PersonId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { hasStep } from '../../../regulation/application-questions.ts'
import { lockApplication, moveApplication } from '../../applications/commands/move-application.ts'
import { proposableState } from '../../applications/deciding-rules.ts'
import { holdersOf } from '../../people/role-queries.ts'
import { type OpenSubmission, openedSubmission } from '../queries.ts'
import { applicationLabel, problemsOf } from '../rules.ts'
import { loadSubmission, moveSubmission, saveItems } from '../store.ts'

/** Sends the submission to the authority: its applications are proposed, and whoever decides is told. */
export function sendSubmission(
  ctx: Acting,
  { id, version }: { id: OperatorSubmissionId; version: number },
): Promise<Result<{ id: OperatorSubmissionId }>> {
  return transact(ctx, async (tx) => {
    const submission = await loadSubmission(tx, ctx, id, true)
    if (!submission) return refuse({ code: 'notFound' })
    if (!may(ctx, 'submission.edit')) return refuse({ code: 'forbidden', permission: 'submission.edit' })
    if (submission.version !== version) return refuse({ code: 'changedMeanwhile' })
    const moved = await moveSubmission(tx, ctx, submission, 'send', {
      sentBy: ctx.actor.personId,
      sentAt: ctx.now,
      sentOn: ctx.today,
      remark: null,
    })
    if (!moved.ok) return moved
    const opened = await openedSubmission(tx, ctx, id)
    const lacking = whatLacks(opened)
    if (lacking.length > 0) return refuseAll(lacking)
    const proposed = await propose(tx, ctx, opened)
    if (!proposed.ok) return proposed

    const { places, call } = opened
    await saveItems(
      tx,
      ctx,
      id,
      places.map(({ candidate: _, assessment: __, ...item }) => ({ ...item, decision: null, decisionReason: '' })),
    )
    const include = places.filter(({ proposal }) => proposal === 'include').length
    const params = { number: submission.number, call: call?.title ?? null, include, exclude: places.length - include }
    await tell(
      tx,
      ctx,
      (await deciders(tx, ctx)).map((personId) => ({ personId, kind: 'submission.awaitsDecision', subjectId: id, params })),
    )
    const { number, exclude } = params
    await record(tx, ctx, { kind: 'submission.sent', subjectId: id, facts: { number, include, exclude } })
    return ok({ id })
  })
}

/** What keeps a list from going on: empty, unreasoned, or no protocol where the regulation has experts. */
function whatLacks({ places, regulation, call, protocols }: OpenSubmission): RuleRefusal[] {
  const written = places.map(({ applicationId, proposal, proposalReason }) => ({
    applicationId,
    verdict: proposal,
    reason: proposalReason,
  }))
  const needsProtocol = call !== null && hasStep(regulation, 'expertReview') && protocols.length === 0
  const clause = regulation.expertReview?.clause.find((one) => /^\d/.test(one))
  return [
    ...(needsProtocol ? [{ code: 'rule' as const, rule: 'submission.noProtocol' as const, ...(clause ? { clause } : {}) }] : []),
    ...problemsOf(written),
  ]
}

/** Every application of the list is proposed, or none: who has been withdrawn or returned meanwhile has to leave the list first. */
async function propose(tx: Tx, ctx: Ctx, { places, regulation }: OpenSubmission): Promise<Result<null>> {
  const ids = places.map((place) => place.applicationId).sort()
  for (const applicationId of ids) {
    const application = await lockApplication(tx, ctx, applicationId)
    if (!application) return refuse({ code: 'notFound' })
    const label = applicationLabel({ number: application.number ?? 0 })
    if (application.state !== proposableState(regulation)) return refuseRule('submission.notReady', { params: { label } })
    const moved = await moveApplication(tx, ctx, application, 'propose')
    if (!moved.ok) return moved
  }
  return ok(null)
}

async function deciders(tx: Tx, ctx: Ctx): Promise<PersonId[]> {
  const holders = await holdersOf(tx, ctx.territory.id, ['official', 'signatory'], ctx.today)
  return [...new Set(holders.map(({ personId }) => personId))]
}
