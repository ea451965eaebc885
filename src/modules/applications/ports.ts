import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { ApplicationId, OrderId } from '../../kernel/types.ts'

/**
 * An application goes back to its authors or is taken back by them, locked and in the same transaction: what is being written about it
 * ends. Whoever hears of it says how many works it has ended.
 */
export const applicationLeft =
  port<(tx: Tx, ctx: Ctx, id: ApplicationId, why: 'returned' | 'withdrawn') => Promise<number>>('applicationLeft')

/** What an order has decided about an application, with the words for the order. */
export type Outcome = {
  readonly applicationId: ApplicationId
  readonly number: number
  readonly granted: boolean
  readonly order: string
}
/** An order has decided about applications: those who have worked on them are told. */
export const applicationsDecided = port<(tx: Tx, ctx: Ctx, outcomes: readonly Outcome[]) => Promise<void>>('applicationsDecided')

/** Applications that whatever stands behind an order proposes to decide. */
export const proposedBehind = port<(tx: Tx, ctx: Ctx, orderId: OrderId) => Promise<readonly string[]>>('proposedBehind')

/** Applications that may be decided, as a list to choose from. */
export const decidableChoices = port<(tx: Tx, ctx: Ctx) => Promise<readonly { id: string; label: string }[]>>('decidableChoices')

/** How many works it has ended. */
export async function tellLeft(tx: Tx, ctx: Ctx, id: ApplicationId, why: 'returned' | 'withdrawn'): Promise<number> {
  let ended = 0
  for (const hear of applicationLeft.parts()) ended += await hear(tx, ctx, id, why)
  return ended
}
