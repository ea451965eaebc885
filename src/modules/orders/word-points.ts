import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { sideBySide } from '../../kernel/lists.ts'
import type { DraftPoint } from '../../kit/order/template.ts'
import { loadRegisters } from './effects/load-registers.ts'
import type { Order, OrderContent, OrderPoint } from './model.ts'
import { numberPoints } from './rules.ts'
import { worded, wordingOf } from './wording.ts'

type Ordered = Pick<Order, 'id' | 'issuerId' | 'lineId' | 'kind'>
type Content = Pick<OrderContent, 'points' | 'appendices'>

/** The texts that the changes of each point make now. */
async function textsMade(tx: Tx, ctx: Ctx, order: Ordered, { points, appendices }: Content): Promise<string[]> {
  if (points.every(({ effects }) => effects.length === 0)) return []
  const numbers = numberPoints(points)
  const numbered = sideBySide(points, numbers).map(([point, number]): OrderPoint => ({ ...point, id: '', number }))
  const registers = await loadRegisters(tx, ctx, { order, points: numbered }, { day: ctx.today, effectiveOn: ctx.today })
  return points.map(({ effects }) => wordingOf(effects, registers, appendices).text)
}

/** The points of a draft with the texts their changes make; `former` is the draft as it was stored before. */
export async function wordPoints(
  tx: Tx,
  ctx: Ctx,
  order: Ordered,
  content: Content,
  former: Content = { points: [], appendices: [] },
): Promise<readonly DraftPoint[]> {
  const made = await textsMade(tx, ctx, order, content)
  if (made.length === 0) return content.points
  const before = former.points.flatMap(({ madeText }) => madeText ?? [])
  return worded(content.points, made, [...before, ...(await textsMade(tx, ctx, order, former))])
}
