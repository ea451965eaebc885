import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { withInitials } from '../../kernel/names.ts'
import type { OrderId } from '../../kernel/types.ts'
import type { PointLine } from './control-rules.ts'
import { deedsOf } from './deeds.ts'
import { type AssignmentLine, controlView } from './execution-queries.ts'
import type { OrderPoint } from './model.ts'
import { nameOf, signedOrder } from './queries.ts'

export type ControlRow = PointLine<OrderPoint, AssignmentLine>

/** A signed order, its assignments, what it changed when it was signed, and who controls it. */
export async function controlled(tx: Tx, ctx: Ctx, orderId: OrderId) {
  const full = await signedOrder(tx, ctx, orderId)
  if (!full) return null
  const { controllerId } = full.order
  const [lines, deeds, controller] = await Promise.all([
    controlView(tx, ctx, orderId),
    deedsOf(tx, ctx, full),
    controllerId === null ? null : nameOf(tx, ctx, controllerId),
  ])
  return { full, lines, deeds, controller: controller && withInitials(controller) }
}
export type Controlled = NonNullable<Awaited<ReturnType<typeof controlled>>>
