import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { record } from '../../../history/record.ts'
import { ok, type RuleRefusal, refuseAll } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { holdersOf } from '../../people/role-queries.ts'
import { appendixNeeds } from '../effects/kits.ts'
import { type OnOrder, onOrder } from '../order-command.ts'
import { missingIn } from '../rules.ts'
import { readPoints, saveOrder } from '../store.ts'

/** Sends a complete draft to the one who signs. */
export const submitOrder = (ctx: Acting, input: Required<OnOrder>) =>
  onOrder(ctx, input, { permits: 'order.draft', action: 'submit' }, async (tx, order, state) => {
    const { id, title, signatoryId } = order
    const lacking = [
      ...missingIn({ ...order, points: await readPoints(tx, ctx, id) }, ctx.today, appendixNeeds),
      ...(await cannotSign(tx, ctx, signatoryId)),
    ]
    if (lacking.length > 0) return refuseAll(lacking)
    await saveOrder(tx, ctx, order, { state, sentBackRemark: null })
    await tell(tx, ctx, [{ personId: signatoryId!, kind: 'order.awaitingSignature', subjectId: id, params: { title } }])
    await record(tx, ctx, { kind: 'order.submitted', subjectId: id, facts: { title } })
    return ok({ id })
  })

/** The chosen signatory must hold the right to sign on this day. */
async function cannotSign(tx: Tx, ctx: Ctx, signatoryId: PersonId | null): Promise<RuleRefusal[]> {
  if (signatoryId === null) return []
  const signatories = await holdersOf(tx, ctx.territory.id, ['signatory'], ctx.today)
  return signatories.some(({ personId }) => personId === signatoryId)
    ? []
    : [{ code: 'rule', rule: 'order.signatoryCannotSign', field: 'signatoryId' }]
}
