import type { Ctx } from '../../../authz/ctx.ts'
import { once } from '../../../db/once.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Day } from '../../../kernel/types.ts'
import type { PlacedEffect } from '../../../kit/order/effects.ts'
import { orderParts } from '../../../kit/order/parts.ts'
import type { KnownRows, Named, NamedKind, Names, Occasion, Registers } from '../../../kit/order/registers.ts'
import { effectsOf, type FullOrder, type Order, type OrderPoint } from '../model.ts'
import { kitOf } from './kits.ts'

/** Reads everything the effects of an order are checked against: a fixed number of queries, however many effects. */
export async function loadRegisters(
  tx: Tx,
  ctx: Ctx,
  {
    order,
    points,
  }: { readonly order: Pick<Order, 'id' | 'issuerId' | 'lineId' | 'kind'>; readonly points: readonly OrderPoint[] },
  on: { day: Day; effectiveOn: Day },
): Promise<Registers> {
  const effects = effectsOf(points)
  const occasion: Occasion = {
    orderId: order.id,
    issuerId: order.issuerId,
    lineId: order.lineId,
    actKind: order.kind,
    ...on,
    now: ctx.now,
    timeZone: ctx.territory.timeZone,
    effects,
  }
  const named = namedBy(effects)
  const read = await Promise.all(orderParts.parts().map(({ registers }) => registers?.read?.(tx, ctx, occasion, named)))
  let rows: Partial<KnownRows> = Object.assign({}, ...read.map((one) => one?.rows))
  const all = merged([named, ...read.flatMap((one) => one?.names ?? [])])
  for (const { registers } of orderParts.parts())
    rows = { ...rows, ...(await registers?.complete?.(tx, ctx, { ...occasion, ...(rows as KnownRows) }, all)) }
  return { ...occasion, ...(rows as KnownRows) }
}

/** What the registers say if the order is signed now, as it is stored. */
export const registersNow = (tx: Tx, ctx: Ctx, full: FullOrder) =>
  once(tx, `registers of ${full.order.id}`, () => loadRegisters(tx, ctx, full, { day: ctx.today, effectiveOn: ctx.today }))

const kinds: readonly NamedKind[] = [
  'organisations',
  'people',
  'sites',
  'appointments',
  'regulations',
  'orders',
  'calls',
  'applications',
]

const merged = (names: readonly Names[]): Named =>
  Object.fromEntries(kinds.map((kind) => [kind, [...new Set(names.flatMap((one) => one[kind] ?? []))]])) as unknown as Named

const namedBy = (effects: readonly PlacedEffect[]): Named => merged(effects.map(({ effect }) => kitOf(effect).names(effect)))
