import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { dayBefore, longDate } from '../../../kernel/dates.ts'
import { move } from '../../../kernel/machine.ts'
import type { Day } from '../../../kernel/types.ts'
import { undoCalls } from '../../calls/commands/undo-calls.ts'
import { undoOrder } from '../../sites/commands/undo-order.ts'
import { undoDecisions } from '../../submissions/commands/undo-decisions.ts'
import { unfinishedStates } from '../assignment-machine.ts'
import type { EffectOf } from '../effects.ts'
import { orderMachine } from '../machine.ts'
import { type AppliedOrder, type Handler, type Line, objection } from './handler.ts'
import type { KnownOrder, Registers } from './registers.ts'

type Revoke = EffectOf<'revoke'>

function check({ orderId }: Revoke, registers: Registers) {
  const order = registers.orders.get(orderId)
  if (!order || orderId === registers.orderId) return [objection('order.unknownOrder')]
  if (!move(orderMachine, order.state, 'revoke').ok) return [objection('order.notRevocable', { label: order.label })]
  const times = registers.effects.filter(({ effect }) => effect.kind === 'revoke' && effect.orderId === orderId)
  if (times.length > 1) return [objection('order.revokedTwice', { label: order.label })]
  return callsInUse(orderId, registers)
}

/** Applications received under an order rest on it: it stands while any of them waits for its decision or has got one. */
function callsInUse(orderId: string, registers: Registers) {
  return [...registers.calls.values()]
    .filter((call) => call.orderId === orderId && call.submitted > 0)
    .map(({ title, submitted }) => objection('order.callHasApplications', { title, submitted }))
}

function describe({ orderId }: Revoke, registers: Registers): Line[] {
  const order = registers.orders.get(orderId)
  if (!order) return []
  const day = longDate(registers.effectiveOn)
  return [
    { what: `${order.label} «${order.title}»`, before: 'действует', after: `отменён с ${day}`, basis: [] },
    ...undone(order, registers).map((what) => ({ what, before: 'действует', after: `прекратится с ${day}`, basis: [] })),
    ...(order.endings > 0
      ? [
          {
            what: 'Прекращённое, продлённое и приостановленное этим приказом',
            before: null,
            after: 'вернётся к прежнему',
            basis: [],
          },
        ]
      : []),
  ]
}

/** What the revoked order did and what therefore ends. */
function undone(order: KnownOrder, registers: Registers): string[] {
  const runs = (one: { orderId: string | null; to: Day | null }) =>
    one.orderId === order.id && (one.to === null || one.to >= registers.effectiveOn)
  const sites = [...registers.sites.values()].filter(runs).map((site) => `Статус площадки: ${site.name}`)
  const schools = registers.attachments.filter(runs).length
  const people = [...registers.appointments.values()].filter(runs).length
  const regulation = order.regulationId === null ? [] : ['Положение, утверждённое этим приказом']
  return [
    ...sites,
    ...(schools > 0 ? [`Закрепления школ: ${schools}`] : []),
    ...(people > 0 ? [`Назначения: ${people}`] : []),
    ...regulation,
    ...decisionsUndone(order, registers),
    ...callsUndone(order, registers),
  ]
}

function callsUndone({ id }: KnownOrder, { calls }: Registers): string[] {
  return [...calls.values()].flatMap(({ title, orderId, extendedBy }) => [
    ...(orderId === id ? [`Приём заявок «${title}»`] : []),
    ...(extendedBy.includes(id) ? [`Продление приёма заявок «${title}»`] : []),
  ])
}

function decisionsUndone({ id }: KnownOrder, { applications }: Registers): string[] {
  const count = [...applications.values()].filter((one) => one.decidedByOrderId === id).length
  return count === 0 ? [] : [`Решения по заявкам: ${count}, их рассмотрят снова`]
}

/** Revokes another signed order: from this order's day what that one did is undone. */
export const revoke: Handler<Revoke> = {
  check,
  describe,
  async apply(tx, ctx, placed, order) {
    const facts: Fact[] = []
    const siteIds: string[] = []
    for (const { pointNumber, effect } of placed) {
      await markRevoked(tx, ctx, effect, order)
      const undoing = { orderId: effect.orderId, on: order.effectiveOn, byOrderId: order.id, pointNumber }
      const decisions = await undoDecisions(tx, ctx, effect.orderId)
      const undone = await undoOrder(tx, ctx, undoing)
      const calls = await undoCalls(tx, ctx, undoing)
      const ceased = await ceaseRegulation(tx, ctx, effect, order)
      siteIds.push(...undone.siteIds)
      facts.push(
        { kind: 'order.revoked', subjectId: effect.orderId, facts: { byOrderId: order.id, on: order.effectiveOn } },
        ...decisions,
        ...undone.facts,
        ...calls,
        ...ceased,
      )
    }
    return { facts, siteIds }
  },
}

async function markRevoked(tx: Tx, ctx: Ctx, { orderId }: Revoke, order: AppliedOrder): Promise<void> {
  const territoryId = ctx.territory.id
  await tx
    .updateTable('orders')
    .set({ state: 'revoked', revokedByOrderId: order.id, revokedOn: order.effectiveOn })
    .where('territoryId', '=', territoryId)
    .where('id', '=', orderId)
    .execute()
  await tx
    .updateTable('assignments')
    .set({ state: 'cancelled' })
    .where('territoryId', '=', territoryId)
    .where('orderId', '=', orderId)
    .where('state', 'in', [...unfinishedStates])
    .execute()
  await tx
    .updateTable('publishedOrders')
    .set({ revokedOn: order.effectiveOn })
    .where('territoryId', '=', territoryId)
    .where('orderId', '=', orderId)
    .execute()
}

/** A regulation ceases with the order that approved it, never before its own first day. */
async function ceaseRegulation(tx: Tx, ctx: Ctx, { orderId }: Revoke, order: AppliedOrder): Promise<Fact[]> {
  const rows = await tx
    .selectFrom('regulations')
    .select(['id', 'startsOn'])
    .where('territoryId', '=', ctx.territory.id)
    .where('orderId', '=', orderId)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', order.effectiveOn)]))
    .execute()
  for (const { id, startsOn } of rows) {
    const last = dayBefore(order.effectiveOn)
    await tx
      .updateTable('regulations')
      .set({ endsOn: startsOn !== null && startsOn > last ? startsOn : last })
      .where('territoryId', '=', ctx.territory.id)
      .where('id', '=', id)
      .execute()
  }
  return rows.map(({ id }) => ({
    kind: 'regulation.ceased',
    subjectId: id,
    facts: { orderId: order.id, from: order.effectiveOn },
  }))
}
