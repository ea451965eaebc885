import { type Acting, may } from '../../../authz/ctx.ts'
import { lockRows } from '../../../db/lock-rows.ts'
import { transact } from '../../../db/transact.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { hasStep, takesApplications } from '../../../regulation/status/questions.ts'
import { regulationInForce } from '../../regulation/queries.ts'
import type { Written } from '../model.ts'
import { writeDecision } from './write-decision.ts'

/** Where the regulation knows no submission: the choice about applications becomes a draft order at once. (C-33, T-2) */
export function decideDirectly(ctx: Acting, { items }: { items: readonly Written[] }): Promise<Result<{ orderId: OrderId }>> {
  return transact(ctx, async (tx) => {
    if (!may(ctx, 'decision.prepare')) return refuse({ code: 'forbidden', permission: 'decision.prepare' })
    const stored = await regulationInForce(tx, ctx)
    if (!stored || !takesApplications(stored.regulation).value) return refuse({ code: 'notFound' })
    if (hasStep(stored.regulation, 'submission')) return refuseRule('submission.decidedBySubmission')
    const chosen = items.filter(({ verdict }) => verdict !== 'later').map(({ applicationId }) => applicationId)
    // Two drafts may not take the same application.
    await lockRows(tx, ctx.territory.id, 'applications', chosen)
    const orderId = await writeDecision(tx, ctx, {
      regulation: stored.regulation,
      written: items,
      ground: 'по итогам рассмотрения заявок',
    })
    return orderId.ok ? ok({ orderId: orderId.value }) : orderId
  })
}
