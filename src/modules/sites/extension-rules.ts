import { addDays, daysBetween } from '../../kernel/dates.ts'
import type { Day, OrderId } from '../../kernel/types.ts'

/** A later or an earlier last day that an order gave a status; `makesUp`: days of a suspension, else a day that the order names. */
export type EndMoved = {
  readonly orderId: OrderId
  readonly pointNumber: string
  readonly was: Day
  readonly until: Day
  readonly makesUp: boolean
}

/** A suspension as far as its days have moved the end: which order made it, whether to a known day, and which resumed work before that. */
export type Paused = { readonly orderId: OrderId; readonly until: Day | null; readonly endedByOrderId: OrderId | null }

/** Moves that fall away with an order: its own, and what the resumption of a suspension of its gave back or added for it. */
function goneWith(turns: readonly EndMoved[], order: OrderId, pauses: readonly Paused[]): ReadonlySet<EndMoved> {
  const resumed = pauses
    .filter(({ orderId, endedByOrderId }) => orderId === order && endedByOrderId !== null)
    .flatMap(({ until, endedByOrderId }) => {
      const own = turns.filter(({ orderId, makesUp }) => makesUp && orderId === endedByOrderId)
      return (until === null ? own : own.filter((one) => one.until < one.was)).slice(0, 1)
    })
  return new Set([...turns.filter(({ orderId }) => orderId === order), ...resumed])
}

/**
 * The moves of an end, one after another, without those of a revoked order, and the end they lead to: days of suspensions are counted anew from the end that is
 * before them, a day that an order names stays. Null: the order has moved nothing.
 */
export function withoutMovesOf(
  turns: readonly EndMoved[],
  order: OrderId,
  pauses: readonly Paused[],
): { readonly left: readonly EndMoved[]; readonly end: Day } | null {
  const gone = goneWith(turns, order, pauses)
  const [first] = turns
  if (first === undefined || gone.size === 0) return null
  let end = first.was
  const left: EndMoved[] = []
  for (const one of turns) {
    if (gone.has(one)) continue
    const until = one.makesUp ? addDays(end, daysBetween(one.was, one.until)) : one.until
    if (until !== end) left.push({ ...one, was: end, until })
    end = until
  }
  return { left, end }
}
