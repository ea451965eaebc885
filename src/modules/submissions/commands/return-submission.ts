import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { OperatorSubmissionId, PersonId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { lockApplication, moveApplication } from '../../applications/commands/move-application.ts'
import { backTo, proposableState } from '../../applications/deciding-rules.ts'
import { holdersOf } from '../../people/role-queries.ts'
import type { OperatorSubmission } from '../model.ts'
import { openedSubmission } from '../queries.ts'
import { loadSubmission, moveSubmission } from '../store.ts'

/** The authority hands the submission back with a remark; its applications stand again where they stood before it. */
export function returnSubmission(
  ctx: Acting,
  { id, version, remark }: { id: OperatorSubmissionId; version: number; remark: string },
): Promise<Result<{ id: OperatorSubmissionId }>> {
  return transact(ctx, async (tx) => {
    const submission = await loadSubmission(tx, ctx, id, true)
    if (!submission) return refuse({ code: 'notFound' })
    if (!may(ctx, 'submission.decide')) return refuse({ code: 'forbidden', permission: 'submission.decide' })
    if (submission.version !== version) return refuse({ code: 'changedMeanwhile' })
    const text = remark.trim()
    const moved = await moveSubmission(tx, ctx, submission, 'return', { remark: text })
    if (!moved.ok) return moved
    if (text === '') return refuseRule('submission.remarkMissing', { field: 'remark' })
    const { places, regulation, call } = await openedSubmission(tx, ctx, id)
    for (const applicationId of places.map((place) => place.applicationId).sort()) {
      const application = await lockApplication(tx, ctx, applicationId)
      if (application?.state !== 'proposed') continue
      const back = await moveApplication(tx, ctx, application, backTo[proposableState(regulation)]!)
      if (!back.ok) return back
    }
    const params = { number: submission.number, call: call?.title ?? null, remark: text }
    await tell(
      tx,
      ctx,
      (await operators(tx, ctx, submission)).map((personId) => ({
        personId,
        kind: 'submission.returned',
        subjectId: id,
        params,
      })),
    )
    const facts = { number: submission.number, remark: text }
    await record(tx, ctx, { kind: 'submission.returned', subjectId: id, facts })
    return ok({ id })
  })
}

async function operators(tx: Tx, ctx: Ctx, { preparedBy, sentBy }: OperatorSubmission): Promise<PersonId[]> {
  const holders = await holdersOf(tx, ctx.territory.id, ['methodist'], ctx.today)
  return [...new Set([preparedBy, ...(sentBy === null ? [] : [sentBy]), ...holders.map(({ personId }) => personId)])]
}
