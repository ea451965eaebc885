import type { Acting } from '../../../authz/ctx.ts'
import { record } from '../../../history/record.ts'
import { ok } from '../../../kernel/result.ts'
import { type OnOrder, onOrder } from '../order-command.ts'
import { saveOrder } from '../store.ts'
import { preparerSubject } from '../subjects.ts'

const asked = { permits: 'order.withdraw', action: 'withdraw', subjectOf: preparerSubject } as const

/** Whoever prepared an order takes it back for changing, as long as it is not signed. */
export const withdrawOrder = (ctx: Acting, input: Required<OnOrder>) =>
  onOrder(ctx, input, asked, async (tx, order, state) => {
    await saveOrder(tx, ctx, order, { state })
    await record(tx, ctx, { kind: 'order.withdrawn', subjectId: order.id, facts: { title: order.title } })
    return ok({ id: order.id })
  })
