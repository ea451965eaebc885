import type { Acting } from '../../../authz/ctx.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { ok } from '../../../kernel/result.ts'
import { orderParts } from '../../../kit/order/parts.ts'
import { type OnOrder, onOrder } from '../order-command.ts'

/** Throws a draft away. It never had a number, so no gap is left; history keeps that it was there. */
export const deleteDraft = (ctx: Acting, input: Required<OnOrder>) =>
  onOrder(ctx, input, { permits: 'order.draft', action: 'delete' }, async (tx, { id, title }) => {
    const reopened: Fact[] = []
    for (const part of orderParts.parts()) reopened.push(...((await part.draftDeleted?.(tx, ctx, id)) ?? []))
    await tx.deleteFrom('orders').where('territoryId', '=', ctx.territory.id).where('id', '=', id).execute()
    await recordAll(tx, ctx, [{ kind: 'order.draftDeleted', subjectId: id, facts: { title } }, ...reopened])
    return ok(null)
  })
