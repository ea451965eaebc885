import type { Acting } from '../../../authz/ctx.ts'
import { record } from '../../../history/record.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { type OnOrder, onOrder } from '../order-command.ts'
import { publish } from '../publication.ts'
import { snapshotOf } from '../queries.ts'

/** Puts a signed order on the public site. (U-O4) */
export const publishOrder = (ctx: Acting, input: OnOrder) =>
  onOrder(ctx, input, { permits: 'order.publish', action: 'publish' }, async (tx, order) => {
    if (order.publishedAt !== null) return refuse({ code: 'illegalMove', from: 'published', action: 'publish' })
    const snapshot = await snapshotOf(tx, ctx, order.id)
    if (!snapshot) return refuse({ code: 'notFound' })
    const { numberText, signedOn } = snapshot
    await record(tx, ctx, await publish(tx, ctx, { ...order, numberText, signedOn }, snapshot))
    return ok({ id: order.id })
  })
