import { sql } from 'kysely'
import type { Ctx } from '../../../../authz/ctx.ts'
import type { Tx } from '../../../../db/pool.ts'
import type { Fact } from '../../../../history/facts.ts'
import { longDate } from '../../../../kernel/dates.ts'
import { move } from '../../../../kernel/machine.ts'
import type { Day, OrderId, OrganisationId, SiteId } from '../../../../kernel/types.ts'
import { asChoices, chosen } from '../../../../kit/order/effect-fields.tsx'
import { type Applied, type AppliedOrder, byItsCheck, type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import { type EffectOf, ofKind, type PlacedEffect } from '../../../../kit/order/effects.ts'
import { type Line, objection } from '../../../../kit/order/objections.ts'
import { orderParts } from '../../../../kit/order/parts.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { oneChange } from '../../../../kit/order/template.ts'
import { say } from '../../../../kit/order/wording.ts'
import { type ActKind, orderLabel } from '../../../../regulation/acts.ts'
import { paths } from '../../../../web/paths.ts'
import { unfinishedStates } from '../../assignment-machine.ts'
import { type OrderState, orderMachine } from '../../machine.ts'
import { allKits } from '../kits.ts'

const fields = {
  orderId: chosen<OrderId>({
    label: 'Что отменяют',
    what: 'что отменяют',
    names: 'orders',
    choices: ({ choices }) => asChoices(choices.orders),
  }),
}

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    revoke: EffectMade<'revoke', typeof fields>
  }
}

type Revoke = EffectOf<'revoke'>

function check({ orderId }: Revoke, registers: Registers) {
  const order = registers.orders.get(orderId)
  if (!order || orderId === registers.orderId) return [objection('order.unknownOrder')]
  if (!registers.issuer.isAuthority && order.issuerId !== registers.issuerId)
    return [objection('order.revokesOfAnother', { label: order.label })]
  if (!move(orderMachine, order.state, 'revoke').ok) return [objection('order.notRevocable', { label: order.label })]
  const times = ofKind(registers.effects, 'revoke').filter((one) => one.orderId === orderId)
  if (times.length > 1) return [objection('order.revokedTwice', { label: order.label })]
  return orderParts.parts().flatMap(({ revoking }) => revoking?.check?.(orderId, registers) ?? [])
}

function describe({ orderId }: Revoke, registers: Registers): Line[] {
  const order = registers.orders.get(orderId)
  if (!order) return []
  const day = longDate(registers.effectiveOn)
  return [
    { what: `${order.label} «${order.title}»`, before: 'действует', after: `прекратит действие с ${day}`, basis: [] },
    ...undone(orderId, registers).map((what) => ({ what, before: 'действует', after: `прекратится с ${day}`, basis: [] })),
    ...(order.endings > 0
      ? [
          {
            what: 'Прекращённое, продлённое и приостановленное им',
            before: null,
            after: 'вернётся к прежнему',
            basis: [],
          },
        ]
      : []),
  ]
}

/** What the revoked order did and what therefore ends. */
const undone = (orderId: OrderId, registers: Registers): readonly string[] =>
  orderParts.parts().flatMap(({ revoking }) => revoking?.undone(orderId, registers) ?? [])

async function apply(tx: Tx, ctx: Ctx, placed: readonly PlacedEffect<Revoke>[], order: AppliedOrder): Promise<Applied> {
  const facts: Fact[] = []
  const siteIds: SiteId[] = []
  for (const { pointNumber, effect } of placed) {
    await markRevoked(tx, ctx, effect, order)
    facts.push({ kind: 'order.revoked', subjectId: effect.orderId, facts: { byOrderId: order.id, on: order.effectiveOn } })
    const revocation = { orderId: effect.orderId, on: order.effectiveOn, byOrderId: order.id, pointNumber }
    for (const { revoking } of orderParts.parts().toReversed()) {
      const undoing = await revoking?.undo(tx, ctx, revocation)
      facts.push(...(undoing?.facts ?? []))
      siteIds.push(...(undoing?.siteIds ?? []))
    }
  }
  return { facts, siteIds }
}

async function markRevoked(tx: Tx, ctx: Ctx, { orderId }: Revoke, order: AppliedOrder): Promise<void> {
  const territoryId = ctx.territory.id
  await tx
    .updateTable('orders')
    .set({ state: 'revoked', revokedByOrderId: order.id, revokedOn: order.effectiveOn })
    .where((is) => is.and({ territoryId, id: orderId }))
    .execute()
  await tx
    .updateTable('assignments')
    .set({ state: 'cancelled' })
    .where((is) => is.and({ territoryId, orderId }))
    .where('state', 'in', [...unfinishedStates])
    .execute()
  await tx
    .updateTable('publishedOrders')
    .set({ revokedOn: order.effectiveOn })
    .where((is) => is.and({ territoryId, orderId }))
    .execute()
}

/** Revokes another signed order: from this order's day what that one did is undone. */
export const revoke = effectKit('revoke', fields, {
  name: 'Отменить подписанное раньше',
  count: () => 'отмена подписанного раньше',
  headline: () => 'Подписанное раньше будет отменено',
  place: { icon: 'cross', spoken: 14, applied: 1 },
  saysOne({ orderId }, { orders }) {
    const order = orders.get(orderId)
    return order ? say`Отменить ${`${order.label} «${order.title}»`}.` : say`Отменить ${'неизвестный документ'}.`
  },
  check,
  ofFurtherBody: byItsCheck,
  describe,
  apply,
  deed: ({ orderId }, { orders }, ctx) => ({
    text: `Отмена: ${orders.get(orderId)?.label ?? 'другой документ'}`,
    href: paths.order({ territory: ctx.territory.code, order: orderId }),
  }),
})

type KnownOrder = {
  readonly id: string
  readonly issuerId: OrganisationId
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
    issuerId: OrganisationId
    kind: ActKind
    title: string
    state: OrderState
    numberText: string | null
    signedOn: Day | null
    endings: number
  }>`
    select o.id, o.issuer_id, o.kind, o.title, o.state, o.number_text, o.signed_on,
      (select count(*)::int from order_effects e where e.territory_id = o.territory_id and e.order_id = o.id
        and e.effect ->> 'kind' = any(${putBack}::text[])) as endings
    from orders o where o.territory_id = ${ctx.territory.id} and o.id = any(${ids}::uuid[])`.execute(tx)
  return rows.map(({ kind, numberText, signedOn, ...row }) => ({ ...row, label: orderLabel({ kind, numberText, signedOn }) }))
}

export const revokeOrder = oneChange({
  code: 'revokeOrder',
  name: 'Отменить подписанное раньше',
  hint: 'Всё, что им сделано, прекратится; исполненное останется в истории.',
  place: 14,
  asks: ['order'],
  fits: () => true,
  title: () => 'Об отмене ранее изданного документа',
  preamble: () => 'В связи с изменением обстоятельств',
  change: ({ choices: { orderId } }) => (orderId === null ? null : { kind: 'revoke', orderId }),
})
