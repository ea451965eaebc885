import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, type RuleRefusal, refuse, refuseAll } from '../../../kernel/result.ts'
import type { OrderId, PersonId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { holdersOf } from '../../people/role-queries.ts'
import { appendixNeeds } from '../effects/kits.ts'
import { orderMachine } from '../machine.ts'
import { missingIn } from '../rules.ts'
import { readPoints } from '../store.ts'
import { lockPermitted } from '../visibility.ts'

/** Sends a complete draft to the one who signs. */
export function submitOrder(ctx: Acting, input: { orderId: OrderId; version: number }): Promise<Result<{ id: OrderId }>> {
  return transact(ctx, async (tx) => {
    const found = await lockPermitted(tx, ctx, input.orderId, 'order.draft')
    if (!found.ok) return found
    const order = found.value
    const state = move(orderMachine, order.state, 'submit')
    if (!state.ok) return state
    if (order.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const lacking = [
      ...missingIn({ ...order, points: await readPoints(tx, ctx, order.id) }, ctx.today, appendixNeeds),
      ...(await cannotSign(tx, ctx, order.signatoryId)),
    ]
    if (lacking.length > 0) return refuseAll(lacking)

    await tx
      .updateTable('orders')
      .set({ state: state.value, sentBackRemark: null, editVersion: order.version + 1 })
      .where('territoryId', '=', ctx.territory.id)
      .where('id', '=', order.id)
      .execute()
    await tell(tx, ctx, [
      { personId: order.signatoryId!, kind: 'order.awaitingSignature', subjectId: order.id, params: { title: order.title } },
    ])
    await record(tx, ctx, { kind: 'order.submitted', subjectId: order.id, facts: { title: order.title } })
    return ok({ id: order.id })
  })
}

/** The chosen signatory must hold the right to sign on this day. */
async function cannotSign(tx: Tx, ctx: Ctx, signatoryId: PersonId | null): Promise<RuleRefusal[]> {
  if (signatoryId === null) return []
  const signatories = await holdersOf(tx, ctx.territory.id, ['signatory'], ctx.today)
  return signatories.some(({ personId }) => personId === signatoryId)
    ? []
    : [{ code: 'rule', rule: 'order.signatoryCannotSign', field: 'signatoryId' }]
}
