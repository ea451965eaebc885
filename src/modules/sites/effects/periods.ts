import { dayBefore } from '../../../kernel/dates.ts'
import type { Day, Period } from '../../../kernel/types.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import type { KnownSite } from './rows.ts'

/** When a site will have ended after this order: its own points may end, extend or revoke what is there. */
export function termAfter(site: KnownSite, registers: Registers): Period | null {
  let to: Day | null = site.to
  for (const { effect } of registers.effects) {
    if (effect.kind === 'extendStatus' && effect.siteId === site.id) to = effect.to
    if (effect.kind === 'terminateStatus' && effect.siteId === site.id) to = effect.on
    if (effect.kind === 'revoke' && effect.orderId === site.orderId) to = dayBefore(registers.effectiveOn)
  }
  return to !== null && to < site.from ? null : { from: site.from, to }
}

/** Whether a period lies within another one. */
export const isWithin = (inner: Period, outer: Period): boolean =>
  outer.from <= inner.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to))
