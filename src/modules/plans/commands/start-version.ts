import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { PlanId, PlanVersionId } from '../../../kernel/types.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import { linesOf, lockPlan, replaceLines, subjectOf } from '../store.ts'

/** Begins a new version of an approved plan, with a reason. The approved one stays in force until the new one is approved. */
export function startVersion(ctx: Acting, input: { planId: PlanId; reason: string }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const territoryId = ctx.territory.id
    const opened = await lockPlan(tx, ctx, input.planId)
    if (!opened) return refuse({ code: 'notFound' })
    const { plan, regulation, versions, open, approved } = opened
    if (!may(ctx, 'plan.edit', subjectOf(territoryId, plan.siteId))) return refuse({ code: 'forbidden', permission: 'plan.edit' })
    const atWork = siteIsOpen(opened.site.standing, ctx.today)
    if (!atWork.ok) return atWork
    if (open || !approved) return refuseRule('plan.versionIsOpen')
    const reason = input.reason.trim()
    if (reason === '') return refuseRule('plan.needsReason', { field: 'reason', clause: regulation.planVersions?.clause[0] })

    const id = newId<PlanVersionId>()
    const number = versions[0]!.number + 1
    await tx
      .insertInto('planVersions')
      .values({ territoryId, id, planId: plan.id, number, reason, createdBy: ctx.actor.personId, createdAt: ctx.now })
      .execute()
    await replaceLines(tx, territoryId, id, await linesOf(tx, territoryId, approved.id))
    await record(tx, ctx, {
      kind: 'plan.versionStarted',
      subjectId: plan.id,
      siteId: plan.siteId,
      facts: { version: number, reason },
    })
    return ok(null)
  })
}
