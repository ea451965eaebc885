import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { longDate } from '../../../kernel/dates.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { peopleOfSite } from '../../sites/people-queries.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import { asksExplanation } from '../rules.ts'
import { lockCase, moveCase } from '../store.ts'

/** Asks the site to explain itself by a day, before anything is decided. */
export function askExplanation(ctx: Acting, input: { caseId: string; version: number; dueOn: Day }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockCase(tx, ctx, input.caseId)
    if (!opened) return refuse({ code: 'notFound' })
    const { one, site } = opened
    if (!may(ctx, 'statusCase.decide', subjectOf(ctx.territory.id, site)))
      return refuse({ code: 'forbidden', permission: 'statusCase.decide' })
    if (one.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    if (!asksExplanation(one.kind)) return refuseRule('case.nothingToExplain')
    if (input.dueOn <= ctx.today) return refuseRule('case.dueTooSoon', { field: 'dueOn', params: { today: longDate(ctx.today) } })
    const moved = await moveCase(tx, ctx, one, 'askExplanation', {
      explanationDueOn: input.dueOn,
      explanationAskedAt: ctx.now,
      explanation: null,
      explainedBy: null,
      explainedAt: null,
    })
    if (!moved.ok) return moved
    const params = { site: site.name, kind: one.kind, dueOn: input.dueOn }
    const people = await peopleOfSite(tx, ctx, site.id)
    await tell(
      tx,
      ctx,
      people.map((personId) => ({ personId, kind: 'statusCase.explanationAsked', subjectId: one.id, params })),
    )
    await record(tx, ctx, {
      kind: 'statusCase.explanationAsked',
      subjectId: one.id,
      siteId: site.id,
      facts: { case: one.kind, dueOn: input.dueOn },
    })
    return ok(null)
  })
}
