import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { ApplicationId } from '../../kernel/types.ts'

/**
 * An application goes back to its authors or is taken back by them, locked and in the same transaction: what is being written about it
 * ends. Whoever hears of it says how many works it has ended.
 */
export const applicationLeft =
  port<(tx: Tx, ctx: Ctx, id: ApplicationId, why: 'returned' | 'withdrawn') => Promise<number>>('applicationLeft')

/** How many works it has ended. */
export async function tellLeft(tx: Tx, ctx: Ctx, id: ApplicationId, why: 'returned' | 'withdrawn'): Promise<number> {
  let ended = 0
  for (const hear of applicationLeft.parts()) ended += await hear(tx, ctx, id, why)
  return ended
}
