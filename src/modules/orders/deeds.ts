import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { underLineOf } from '../../kit/order/lines.ts'
import { kitOf } from './effects/kits.ts'
import { loadRegisters } from './effects/load-registers.ts'
import { effectsOf, type FullOrder } from './model.ts'

/** What a signed order has changed, with a link to where it is seen now. */
export type Deed = { readonly point: string; readonly text: string; readonly href: string | null }

/** What a signed order has changed, point by point. */
export async function deedsOf(tx: Tx, ctx: Ctx, full: FullOrder): Promise<Deed[]> {
  const { order, points } = full
  const day = order.effectiveOn ?? order.signedOn ?? ctx.today
  const registers = await loadRegisters(tx, ctx, full, { day, effectiveOn: day })
  return effectsOf(points).map(({ pointNumber, effect }) => ({
    point: pointNumber,
    ...kitOf(effect).deed(effect, underLineOf(registers, effect), ctx),
  }))
}
