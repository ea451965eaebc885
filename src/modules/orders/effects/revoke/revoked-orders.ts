import { sql } from 'kysely'
import type { Ctx } from '../../../../authz/ctx.ts'
import type { Tx } from '../../../../db/pool.ts'
import type { Day } from '../../../../kernel/types.ts'
import { type ActKind, orderLabel } from '../../../../regulation/acts.ts'
import type { OrderState } from '../../machine.ts'
import { allKits } from '../kits.ts'

export type KnownOrder = {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly state: OrderState
  /** What this order ended, prolonged, suspended or resumed: its revocation puts that back. */
  readonly endings: number
}

declare module '../../../../kit/order/registers.ts' {
  interface KnownRows {
    readonly orders: ReadonlyMap<string, KnownOrder>
  }
}

/** Orders that are to be revoked. */
export async function loadOrders(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<KnownOrder[]> {
  if (ids.length === 0) return []
  const putBack = allKits().flatMap((kit) => (kit.putsBack ? [kit.kind] : []))
  const { rows } = await sql<{
    id: string
    kind: ActKind
    title: string
    state: OrderState
    numberText: string | null
    signedOn: Day | null
    endings: number
  }>`
    select o.id, o.kind, o.title, o.state, o.number_text, o.signed_on,
      (select count(*)::int from order_effects e where e.territory_id = o.territory_id and e.order_id = o.id
        and e.effect ->> 'kind' = any(${putBack}::text[])) as endings
    from orders o where o.territory_id = ${ctx.territory.id} and o.id = any(${ids}::uuid[])`.execute(tx)
  return rows.map(({ kind, numberText, signedOn, ...row }) => ({ ...row, label: orderLabel({ kind, numberText, signedOn }) }))
}
