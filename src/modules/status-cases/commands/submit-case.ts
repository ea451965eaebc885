import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import { tell } from '../../../notices/tell.ts'
import { holdersOf } from '../../people/role-queries.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import { takeNumber } from '../../submissions/commands/take-number.ts'
import { heardOut, maySubmitTo } from '../rules.ts'
import { lockCase, moveCase } from '../store.ts'

/** Sends the operator's submission about a status to the authority, under the next number of the operator's journal. */
export function submitCase(ctx: Acting, input: { caseId: string; version: number; text: string }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockCase(tx, ctx, input.caseId)
    if (!opened) return refuse({ code: 'notFound' })
    const { one, site } = opened
    if (!may(ctx, 'statusCase.propose', subjectOf(ctx.territory.id, site)))
      return refuse({ code: 'forbidden', permission: 'statusCase.propose' })
    if (one.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    if (!maySubmitTo(site.regulation, one.kind)) return refuseRule('case.nobodyToSubmitTo')
    const heard = heardOut(one, ctx.today)
    if (!heard.ok) return heard
    const year = Number(ctx.today.slice(0, 4))
    const number = one.submissionYear === year ? one.submissionNumber! : await takeNumber(tx, ctx, year)
    const moved = await moveCase(tx, ctx, one, 'propose', {
      submissionNumber: number,
      submissionYear: year,
      submissionText: input.text,
      submittedBy: ctx.actor.personId,
      submittedAt: ctx.now,
      remark: null,
    })
    if (!moved.ok) return moved
    const deciders = await holdersOf(tx, ctx.territory.id, ['official', 'signatory'], ctx.today)
    const params = { site: site.name, kind: one.kind }
    await tell(
      tx,
      ctx,
      [...new Set(deciders.map((one) => one.personId))].map((personId) => ({
        personId,
        kind: 'statusCase.proposed',
        subjectId: one.id,
        params,
      })),
    )
    await record(tx, ctx, {
      kind: 'statusCase.proposed',
      subjectId: one.id,
      siteId: site.id,
      facts: { case: one.kind, number: `${number}/${year}` },
    })
    return ok(null)
  })
}
