import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { controlView } from '../execution-queries.ts'
import { controlSubject } from '../subjects.ts'
import { lockPermitted } from '../visibility.ts'

/** The one in control reminds everybody else who is late with a point; nobody is told twice in a day. Says how many have been told by it. */
export const remindAssignees = (ctx: Acting, { orderId }: { orderId: OrderId }): Promise<Result<{ people: number }>> =>
  transact(ctx, async (tx) => {
    const order = await lockPermitted(tx, ctx, orderId, 'order.control', controlSubject)
    if (!order.ok) return order
    const late = (await controlView(tx, ctx, orderId)).filter((line) => line.isOverdue && line.personId !== ctx.actor.personId)
    if (late.length === 0) return refuseRule('assignment.noneOverdue')
    const told = await tell(
      tx,
      ctx,
      late.map(({ id, personId, pointNumber, text, dueOn, orderNumber }) => ({
        personId,
        kind: 'assignment.overdue',
        subjectId: id,
        params: { order: orderNumber, point: pointNumber, text, dueOn: dueOn ?? ctx.today },
      })),
    )
    const people = told.size
    if (people > 0) await record(tx, ctx, { kind: 'order.reminded', subjectId: orderId, facts: { people } })
    return ok({ people })
  })
