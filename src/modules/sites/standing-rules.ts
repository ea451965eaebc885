import { contains, longDate } from '../../kernel/dates.ts'
import { ok, type Result, refuseRule } from '../../kernel/result.ts'
import type { Day, OrderId, Period } from '../../kernel/types.ts'

/** Days on which a site may not work, with the order that says so. `to` is null where an order has to resume the status. */
export type Suspension = Period & {
  readonly reason: string
  readonly orderId: OrderId
  readonly order: string
  /** The order by which work was resumed. */
  readonly endedByOrderId: OrderId | null
}

/** What decides whether a site may still be written about: its term, what suspended it, which order ended it early. */
export type Standing = Period & { readonly suspensions: readonly Suspension[]; readonly endOrder: string | null }

/** What besides decides how a status may be changed. */
export type Changing = Standing & {
  /** How often it has been prolonged. */
  readonly prolonged: number
  /** Whether the office of the territory suspends where a regulation is silent. */
  readonly suspends: boolean
}

/** The suspension in force on a day. */
export const suspensionOn = <One extends Period>(suspensions: readonly One[], day: Day): One | null =>
  suspensions.find((one) => contains(one, day)) ?? null

/** The suspension that an order can end by resuming work on a day: no order has yet, and it would last to that day. */
export const resumable = <One extends Period & { readonly endedByOrderId: OrderId | null }>(
  suspensions: readonly One[],
  on: Day,
): One | undefined => suspensions.find(({ to, endedByOrderId }) => endedByOrderId === null && (to === null || to >= on))

/** What a suspended site says to whoever wants to change it. */
export function siteIsNotSuspended({ suspensions }: Pick<Standing, 'suspensions'>, day: Day): Result<null> {
  const now = suspensionOn(suspensions, day)
  if (now === null) return ok(null)
  return refuseRule('site.suspended', { params: { since: longDate(now.from), reason: now.reason, order: now.order } })
}

/**
 * Whether plans and people of a site may be changed on a day: not while it is suspended and not after its status is over. What was held
 * before the end may still be recorded and reported on: those deeds ask `siteIsNotSuspended` alone.
 */
export function siteIsOpen(site: Standing, day: Day): Result<null> {
  if (site.to !== null && day > site.to)
    return refuseRule('site.over', {
      params: { last: longDate(site.to), ...(site.endOrder === null ? {} : { order: site.endOrder }) },
    })
  return siteIsNotSuspended(site, day)
}
