import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { PlanId } from '../../../kernel/types.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import { advance } from '../machine.ts'
import { lockPlan, subjectOf } from '../store.ts'
import { decidersOf, notify } from '../telling.ts'
import { moveVersion } from './move-version.ts'

/** Takes a sent plan back for changing, as long as the last step has not been passed. */
export function withdrawSubmission(ctx: Acting, input: { planId: PlanId }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockPlan(tx, ctx, input.planId)
    if (!opened) return refuse({ code: 'notFound' })
    const { plan, regulation, open } = opened
    if (!may(ctx, 'plan.submit', subjectOf(ctx.territory.id, plan.siteId)))
      return refuse({ code: 'forbidden', permission: 'plan.submit' })
    const atWork = siteIsOpen(opened.site.standing, ctx.today)
    if (!atWork.ok) return atWork
    if (!open) return refuse({ code: 'illegalMove', from: 'approved', action: 'withdraw' })
    const next = advance(open, 'withdraw', regulation.plan.chain.length)
    if (!next.ok) return next

    await moveVersion(tx, ctx, open, next.value)
    const waiting = regulation.plan.chain[open.step]!
    await notify(tx, ctx, {
      kind: 'plan.withdrawn',
      plan: opened,
      to: await decidersOf(tx, ctx, plan.siteId, waiting.by),
      params: {},
    })
    await record(tx, ctx, { kind: 'plan.withdrawn', subjectId: plan.id, siteId: plan.siteId, facts: { version: open.number } })
    return ok(null)
  })
}
