import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { operatorsJournal, takeNumber } from '../../../journals/journal.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { CallId, OperatorSubmissionId, RegulationLineId } from '../../../kernel/types.ts'
import { hasStep } from '../../../regulation/status/questions.ts'
import { proposableState } from '../../applications/deciding-rules.ts'
import { callById } from '../../calls/queries.ts'
import { candidatesIn } from '../candidate-queries.ts'
import { assessmentsOf, decidedUnder } from '../case.ts'
import { machine } from '../machine.ts'
import { coverText, proposeAll } from '../rules.ts'
import { saveItems } from '../store.ts'

/** Starts the operator's submission of a call, or of applications outside calls: ranked and proposed from the reviews. */
export function startSubmission(
  ctx: Acting,
  input: { readonly callId: CallId | string | null; readonly lineId?: RegulationLineId | null },
): Promise<Result<{ id: OperatorSubmissionId }>> {
  return transact(ctx, async (tx) => {
    if (!may(ctx, 'submission.edit')) return refuse({ code: 'forbidden', permission: 'submission.edit' })
    const call = input.callId === null ? null : await callById(tx, ctx, input.callId)
    if (input.callId !== null && !call) return refuse({ code: 'notFound' })
    const stored = await decidedUnder(tx, ctx, call ?? null, input.lineId ?? null)
    if (!stored || !hasStep(stored.regulation, 'submission')) return refuseRule('submission.noSubmissionHere')
    const { regulation } = stored
    const group = { callId: call?.id ?? null, lineId: stored.line.id }
    const journal = operatorsJournal(ctx, 'submission')
    const number = await takeNumber(tx, ctx, journal)
    const open = await inHand(tx, ctx, group)
    if (open) return refuseRule('submission.alreadyOpen', { params: { number: open.number } })
    const candidates = await candidatesIn(tx, ctx, group, proposableState(regulation))
    if (candidates.length === 0) return refuseRule('submission.nothingReady')

    const ids = candidates.map(({ id }) => id)
    const assessments = await assessmentsOf(tx, ctx, { ids, callId: call?.id ?? null, regulation })
    const rows = candidates.map((candidate) => ({ candidate, assessment: assessments.get(candidate.id) ?? null }))
    const id = newId<OperatorSubmissionId>()
    await tx
      .insertInto('operatorSubmissions')
      .values({
        territoryId: ctx.territory.id,
        id,
        ...group,
        state: machine.initial,
        number,
        year: journal.year,
        text: coverText(regulation),
        preparedBy: ctx.actor.personId,
        createdAt: ctx.now,
      })
      .execute()
    await saveItems(tx, ctx, id, proposeAll(rows, call?.places ?? null))
    await record(tx, ctx, { kind: 'submission.started', subjectId: id, facts: { number } })
    return ok({ id })
  })
}

/** The submission of the same call, or outside calls of the same line, that the operator has not sent yet. */
const inHand = (tx: Tx, ctx: Ctx, { callId, lineId }: { callId: CallId | null; lineId: RegulationLineId }) =>
  tx
    .selectFrom('operatorSubmissions')
    .select('number')
    .where('territoryId', '=', ctx.territory.id)
    .where('state', 'in', ['draft', 'returned'])
    .where('callId', callId === null ? 'is' : '=', callId)
    .where('lineId', '=', lineId)
    .executeTakeFirst()
