import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { PlanId } from '../../../kernel/types.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import { lockPlan, subjectOf } from '../store.ts'

/** Gives up a new version that has not been approved. The approved one stays; what was decided about the dropped one stays in history. */
export function dropVersion(ctx: Acting, input: { planId: PlanId; version: number }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const territoryId = ctx.territory.id
    const opened = await lockPlan(tx, ctx, input.planId)
    if (!opened) return refuse({ code: 'notFound' })
    const { plan, open, approved } = opened
    if (!may(ctx, 'plan.edit', subjectOf(territoryId, plan.siteId))) return refuse({ code: 'forbidden', permission: 'plan.edit' })
    const atWork = siteIsOpen(opened.site.standing, ctx.today)
    if (!atWork.ok) return atWork
    if (!open || !approved) return refuseRule('plan.nothingToDrop')
    if (open.state !== 'draft') return refuse({ code: 'illegalMove', from: open.state, action: 'drop' })
    if (open.editVersion !== input.version) return refuse({ code: 'changedMeanwhile' })

    await tx.deleteFrom('planDecisions').where('territoryId', '=', territoryId).where('versionId', '=', open.id).execute()
    await tx.deleteFrom('planVersions').where('territoryId', '=', territoryId).where('id', '=', open.id).execute()
    await record(tx, ctx, {
      kind: 'plan.versionDropped',
      subjectId: plan.id,
      siteId: plan.siteId,
      facts: { version: open.number, reason: open.reason },
    })
    return ok(null)
  })
}
