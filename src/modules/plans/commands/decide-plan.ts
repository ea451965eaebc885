import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { PlanId } from '../../../kernel/types.ts'
import type { PlanStep } from '../../../regulation/schema.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import { actionOfYes, advance } from '../machine.ts'
import { type PlanVersion, permissionOf } from '../model.ts'
import { lockPlan, type OpenPlan, subjectOf } from '../store.ts'
import { decidersOf, headsOf, notify } from '../telling.ts'
import { moveVersion } from './move-version.ts'
import { refreshPublicActivities } from './refresh-activities.ts'

export type Decision = {
  readonly planId: PlanId
  /** The version of the plan that the person saw. */
  readonly version: number
  readonly outcome: 'passed' | 'returned'
  readonly remark: string | null
}

/** Decides about a sent plan at the step it has come to: on to the next step, or back with a remark. The last step puts it in force. */
export function decidePlan(ctx: Acting, input: Decision): Promise<Result<'passed' | 'approved' | 'returned'>> {
  return transact(ctx, async (tx) => {
    const opened = await lockPlan(tx, ctx, input.planId)
    if (!opened) return refuse({ code: 'notFound' })
    const { plan, regulation, open } = opened
    if (!open || open.editVersion !== input.version) return refuse({ code: 'changedMeanwhile' })
    const chain = regulation.plan.chain
    const step = chain[open.step]
    if (open.state !== 'submitted' || !step) return refuse({ code: 'illegalMove', from: open.state, action: input.outcome })
    const permission = permissionOf(step.by)
    if (!may(ctx, permission, subjectOf(ctx.territory.id, plan.siteId))) return refuse({ code: 'forbidden', permission })
    const atWork = siteIsOpen(opened.site.standing, ctx.today)
    if (!atWork.ok) return atWork
    if (input.outcome === 'returned' && !input.remark) return refuseRule('plan.returnNeedsRemark', { field: 'remark' })

    const action = input.outcome === 'returned' ? 'return' : actionOfYes(open.step, chain.length)
    const next = advance(open, action, chain.length)
    if (!next.ok) return next
    await saveDecision(tx, ctx, open, step, input)
    if (action === 'approve') {
      await supersede(tx, ctx, opened)
      await moveVersion(tx, ctx, open, { ...next.value, approvedAt: ctx.now, approvedOn: ctx.today })
      await refreshPublicActivities(tx, ctx, plan.siteId)
    } else await moveVersion(tx, ctx, open, next.value)
    await tell(tx, ctx, opened, action, step, input.remark)

    const kinds = { pass: 'plan.stepPassed', approve: 'plan.approved', return: 'plan.returned' } as const
    await record(tx, ctx, {
      kind: kinds[action],
      subjectId: plan.id,
      siteId: plan.siteId,
      facts: { version: open.number, step: step.caption, remark: input.remark },
    })
    return ok(({ pass: 'passed', approve: 'approved', return: 'returned' } as const)[action])
  })
}

function saveDecision(tx: Tx, ctx: Ctx, version: PlanVersion, step: PlanStep, { outcome, remark }: Decision): Promise<unknown> {
  return tx
    .insertInto('planDecisions')
    .values({
      territoryId: ctx.territory.id,
      id: newId(),
      versionId: version.id,
      step: version.step,
      act: step.act,
      outcome,
      personId: ctx.actor.personId,
      remark,
      at: ctx.now,
      onDay: ctx.today,
    })
    .execute()
}

/** The version in force gives way in the same transaction, so there is always exactly one. */
async function supersede(tx: Tx, ctx: Ctx, { approved, regulation }: OpenPlan): Promise<void> {
  if (!approved) return
  const next = advance(approved, 'supersede', regulation.plan.chain.length)
  if (!next.ok) throw new Error('an approved version can always give way')
  await moveVersion(tx, ctx, approved, next.value)
}

async function tell(
  tx: Tx,
  ctx: Ctx,
  opened: OpenPlan,
  action: 'pass' | 'approve' | 'return',
  step: PlanStep,
  remark: string | null,
): Promise<void> {
  const { plan, regulation, open } = opened
  const kinds = { pass: 'plan.stepPassed', approve: 'plan.approved', return: 'plan.returned' } as const
  const params = { caption: step.caption, ...(remark ? { remark } : {}) }
  await notify(tx, ctx, { kind: kinds[action], plan: opened, to: await headsOf(tx, ctx, plan.siteId), params })
  const following = action === 'pass' ? regulation.plan.chain[open!.step + 1] : undefined
  if (!following) return
  const to = await decidersOf(tx, ctx, plan.siteId, following.by)
  await notify(tx, ctx, { kind: 'plan.awaitsDecision', plan: opened, to, params: { caption: following.caption } })
}
