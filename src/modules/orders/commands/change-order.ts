import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { move } from '../../../kernel/machine.ts'
import { ok, type Result, type RuleRefusal, refuse, refuseAll } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { orderMachine } from '../machine.ts'
import type { OrderContent } from '../model.ts'
import { postOfSignatory } from '../offices.ts'
import { impossibleIn } from '../rules.ts'
import { readPoints, savePoints } from '../store.ts'
import { lockPermitted } from '../visibility.ts'
import { wordPoints } from '../word-points.ts'

export type ChangeInput = { readonly orderId: OrderId; readonly version: number; readonly content: OrderContent }

/** Rewrites a draft. It may stay incomplete; only what is impossible is refused. */
export function changeOrder(ctx: Acting, { orderId, version, content }: ChangeInput): Promise<Result<{ id: OrderId }>> {
  return transact(ctx, async (tx) => {
    const found = await lockPermitted(tx, ctx, orderId, 'order.draft')
    if (!found.ok) return found
    const moved = move(orderMachine, found.value.state, 'change')
    if (!moved.ok) return moved
    if (found.value.version !== version) return refuse({ code: 'changedMeanwhile' })
    const wrong = [...impossibleIn(content.points), ...(await unknownPeople(tx, ctx, content))]
    if (wrong.length > 0) return refuseAll(wrong)

    const { points, appendices, ...rest } = content
    const signatoryPost = await postOfSignatory(tx, ctx, found.value.issuerId, content.signatoryId)
    await tx
      .updateTable('orders')
      .set({ ...rest, signatoryPost, appendices: JSON.stringify(appendices), editVersion: version + 1 })
      .where('territoryId', '=', ctx.territory.id)
      .where('id', '=', orderId)
      .execute()
    const former = { points: await readPoints(tx, ctx, orderId), appendices: found.value.appendices }
    await savePoints(tx, ctx, orderId, await wordPoints(tx, ctx, found.value, content, former))
    await record(tx, ctx, { kind: 'order.changed', subjectId: orderId, facts: { title: content.title, points: points.length } })
    return ok({ id: orderId })
  })
}

/** Every field that names somebody the territory does not know. */
async function unknownPeople(tx: Tx, ctx: Ctx, { signatoryId, controllerId, points }: OrderContent): Promise<RuleRefusal[]> {
  const fields = [
    { field: 'signatoryId', ids: signatoryId === null ? [] : [signatoryId] },
    { field: 'controllerId', ids: controllerId === null ? [] : [controllerId] },
    ...points.map((point, index) => ({ field: `points.${index}.assigneeIds`, ids: point.assigneeIds })),
  ]
  const asked = [...new Set(fields.flatMap((one) => one.ids))]
  if (asked.length === 0) return []
  const rows = await tx
    .selectFrom('people')
    .select('id')
    .where('territoryId', '=', ctx.territory.id)
    .where('id', 'in', asked)
    .execute()
  const known = new Set<string>(rows.map((row) => row.id))
  return fields.flatMap(({ field, ids }) =>
    ids.every((id) => known.has(id)) ? [] : [{ code: 'rule' as const, rule: 'order.unknownPerson' as const, field }],
  )
}
