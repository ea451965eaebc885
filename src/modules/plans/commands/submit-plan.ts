import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { PlanId } from '../../../kernel/types.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import { advance } from '../machine.ts'
import { missingForSubmission, type TypedLine } from '../rules.ts'
import { executionsOf, linesOf, lockPlan, type OpenPlan, subjectOf } from '../store.ts'
import { decidersOf, notify } from '../telling.ts'
import { moveVersion } from './move-version.ts'

/** Sends a draft along the chain of the regulation. */
export function submitPlan(ctx: Acting, input: { planId: PlanId; version: number }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockPlan(tx, ctx, input.planId)
    if (!opened) return refuse({ code: 'notFound' })
    if (opened.open && opened.open.editVersion !== input.version) return refuse({ code: 'changedMeanwhile' })
    const stored = opened.open ? await linesOf(tx, ctx.territory.id, opened.open.id) : []
    const lines = stored.map((line, row) => ({ line, row }))
    const sent = await submitOpened(tx, ctx, { opened, lines, reason: opened.open?.reason ?? null })
    if (!sent.ok) return sent
    await record(tx, ctx, sent.value)
    return ok(null)
  })
}

/** The part of the deed that saving and sending in one share: the plan is locked, its lines are known. Gives the fact to record. */
export async function submitOpened(
  tx: Tx,
  ctx: Ctx,
  given: { opened: OpenPlan; lines: readonly TypedLine[]; reason: string | null },
): Promise<Result<Fact>> {
  const { opened, lines, reason } = given
  const { plan, regulation, open } = opened
  if (!may(ctx, 'plan.submit', subjectOf(ctx.territory.id, plan.siteId)))
    return refuse({ code: 'forbidden', permission: 'plan.submit' })
  const atWork = siteIsOpen(opened.site.standing, ctx.today)
  if (!atWork.ok) return atWork
  if (!open) return refuse({ code: 'illegalMove', from: 'approved', action: 'submit' })
  const chain = regulation.plan.chain
  const next = advance(open, 'submit', chain.length)
  if (!next.ok) return next

  const executed = new Set((await executionsOf(tx, ctx.territory.id, plan.id)).keys())
  const missing = missingForSubmission(lines, { executed, regulation, needsReason: open.number > 1, reason })
  if (missing.length > 0) return refuseAll(missing)

  await moveVersion(tx, ctx, open, { ...next.value, submittedAt: ctx.now })
  const first = chain[0]!
  await notify(tx, ctx, {
    kind: 'plan.awaitsDecision',
    plan: opened,
    to: await decidersOf(tx, ctx, plan.siteId, first.by),
    params: { caption: first.caption },
  })
  return ok({
    kind: 'plan.submitted',
    subjectId: plan.id,
    siteId: plan.siteId,
    facts: { version: open.number, lines: lines.length, next: first.caption, reason: open.number > 1 ? reason : null },
  })
}
