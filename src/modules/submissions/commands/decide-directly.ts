import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import { lockRows } from '../../../db/lock-rows.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, OrderId } from '../../../kernel/types.ts'
import { hasStep, takesApplications } from '../../../regulation/status/questions.ts'
import type { StoredRegulation } from '../../../regulation/stored.ts'
import { regulationFor, regulationsInForce } from '../../regulation/queries.ts'
import { candidatesById } from '../candidate-queries.ts'
import type { Written } from '../model.ts'
import { writeDecision } from './write-decision.ts'

/** Where the regulation knows no submission: the choice about applications becomes a draft order at once. (C-33, T-2) */
export function decideDirectly(ctx: Acting, { items }: { items: readonly Written[] }): Promise<Result<{ orderId: OrderId }>> {
  return transact(ctx, async (tx) => {
    if (!may(ctx, 'decision.prepare')) return refuse({ code: 'forbidden', permission: 'decision.prepare' })
    const chosen = items.filter(({ verdict }) => verdict !== 'later').map(({ applicationId }) => applicationId)
    const lines = await linesOf(tx, ctx, chosen)
    const [stored] = lines
    if (!stored || !takesApplications(stored.regulation).value) return refuse({ code: 'notFound' })
    if (lines.length > 1) return refuseRule('submission.severalLines')
    if (hasStep(stored.regulation, 'submission')) return refuseRule('submission.decidedBySubmission')
    // Two drafts may not take the same application.
    await lockRows(tx, ctx.territory.id, 'applications', chosen)
    const orderId = await writeDecision(tx, ctx, {
      lineId: stored.line.id,
      regulation: stored.regulation,
      written: items,
      ground: 'по итогам рассмотрения заявок',
    })
    return orderId.ok ? ok({ orderId: orderId.value }) : orderId
  })
}

/** What the chosen applications are decided by, line by line; where none is chosen, all the territory lives by. */
async function linesOf(tx: Tx, ctx: Ctx, ids: readonly ApplicationId[]): Promise<readonly StoredRegulation[]> {
  const candidates = await candidatesById(tx, ctx, ids)
  if (candidates.length === 0) return (await regulationsInForce(tx, ctx)).slice(0, 1)
  const found = await Promise.all(candidates.map(({ regulationId }) => regulationFor(tx, ctx, { edition: regulationId })))
  return [...new Map(found.flatMap((stored) => (stored ? [[stored.line.id, stored] as const] : []))).values()]
}
