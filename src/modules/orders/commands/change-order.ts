import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { record } from '../../../history/record.ts'
import { ok, type RuleRefusal, refuseAll } from '../../../kernel/result.ts'
import type { OrderContent } from '../model.ts'
import { postOfSignatory } from '../office-queries.ts'
import { type OnOrder, onOrder } from '../order-command.ts'
import { impossibleIn } from '../rules.ts'
import { readPoints, saveOrder, savePoints } from '../store.ts'
import { wordPoints } from '../word-points.ts'

export type ChangeInput = Required<OnOrder> & { readonly content: OrderContent }

/** Rewrites a draft. It may stay incomplete; only what is impossible is refused. */
export const changeOrder = (ctx: Acting, input: ChangeInput) =>
  onOrder(ctx, input, { permits: 'order.draft', action: 'change' }, async (tx, order) => {
    const { id, appendices } = order
    const { points, ...rest } = input.content
    const wrong = [...impossibleIn(points), ...(await unknownPeople(tx, ctx, input.content))]
    if (wrong.length > 0) return refuseAll(wrong)
    const signatoryPost = await postOfSignatory(tx, ctx, order.issuerId, rest.signatoryId)
    await saveOrder(tx, ctx, order, { ...rest, signatoryPost, appendices: JSON.stringify(rest.appendices) })
    const former = { points: await readPoints(tx, ctx, id), appendices }
    await savePoints(tx, ctx, id, await wordPoints(tx, ctx, order, input.content, former))
    await record(tx, ctx, { kind: 'order.changed', subjectId: id, facts: { title: rest.title, points: points.length } })
    return ok({ id })
  })

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
