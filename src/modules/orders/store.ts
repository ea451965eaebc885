import type { Updateable } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Orders } from '../../db/types.ts'
import { newId } from '../../kernel/ids.ts'
import { sideBySide } from '../../kernel/lists.ts'
import type { OrderId } from '../../kernel/types.ts'
import type { AppendixPlan, DraftPoint } from '../../kit/order/template.ts'
import { readEffect } from './effects/kits.ts'
import type { FullOrder, Order, OrderPoint, OrderSignature, Signer } from './model.ts'
import { numberPoints } from './rules.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'orders.appendices': AppendixPlan[]
  }
}

const columns = [
  ...([
    'id',
    'territoryId',
    'issuerId',
    'lineId',
    'kind',
    'state',
    'title',
    'preamble',
    'enactingWord',
    'place',
    'appendices',
  ] as const),
  ...(['signatoryId', 'signatoryPost', 'controllerId', 'preparedBy', 'acquaintance', 'publishOnSigning'] as const),
  ...(['templateCode', 'year', 'number', 'numberText', 'signedOn', 'effectiveOn', 'publishedAt'] as const),
  ...(['revokedByOrderId', 'revokedOn', 'sentBackRemark', 'editVersion as version'] as const),
]

const orderRow = (tx: Tx, ctx: Ctx, id: OrderId) =>
  tx.selectFrom('orders').select(columns).where('territoryId', '=', ctx.territory.id).where('id', '=', id)

/** The order without its snapshot, which is large; undefined when the territory has no such order. */
export async function readOrder(tx: Tx, ctx: Ctx, id: OrderId): Promise<Order | undefined> {
  const [row, signatures] = await Promise.all([orderRow(tx, ctx, id).executeTakeFirst(), signaturesOf(tx, ctx, id)])
  return row && { ...row, signatures }
}

/** The same, locked until the end of the transaction: the first act of every command. Signatures are read when the lock is had. */
export async function lockOrder(tx: Tx, ctx: Ctx, id: OrderId): Promise<Order | undefined> {
  const row = await orderRow(tx, ctx, id).forUpdate().executeTakeFirst()
  return row && { ...row, signatures: await signaturesOf(tx, ctx, id) }
}

/** Who signs a joint order, in the order of the paper; none where one body signs alone, or nobody has been asked yet. */
const signaturesOf = (tx: Tx, ctx: Pick<Ctx, 'territory'>, orderId: OrderId): Promise<OrderSignature[]> =>
  tx
    .selectFrom('orderSignatures')
    .select(['issuerId', 'personId', 'post', 'signedOn', 'number', 'effectiveOn'])
    .where((is) => is.and({ territoryId: ctx.territory.id, orderId }))
    .orderBy('position')
    .execute()

/** Asks these to sign an order together; nobody: what was asked before holds no more. */
export async function saveSigners(tx: Tx, ctx: Ctx, orderId: OrderId, signers: readonly Signer[]): Promise<void> {
  const here = { territoryId: ctx.territory.id, orderId }
  await tx
    .deleteFrom('orderSignatures')
    .where((is) => is.and(here))
    .execute()
  const rows = signers.map((signer, position) => ({ ...here, ...signer, position }))
  if (rows.length > 0) await tx.insertInto('orderSignatures').values(rows).execute()
}

/** One person's signature, for every body they sign for. */
export async function saveSignature(
  tx: Tx,
  ctx: Ctx,
  orderId: OrderId,
  signed: Pick<OrderSignature, 'number' | 'effectiveOn'>,
): Promise<void> {
  await tx
    .updateTable('orderSignatures')
    .set({ ...signed, signedOn: ctx.today })
    .where((is) => is.and({ territoryId: ctx.territory.id, orderId, personId: ctx.actor.personId }))
    .execute()
}

/** Writes what has become of an order; whoever saw it before has to look again. */
export async function saveOrder(tx: Tx, ctx: Ctx, order: Order, change: Updateable<Orders>): Promise<void> {
  await tx
    .updateTable('orders')
    .set({ ...change, editVersion: order.version + 1 })
    .where((is) => is.and({ territoryId: ctx.territory.id, id: order.id }))
    .execute()
}

/** The points of an order with their assignees and effects, in order. */
export async function readPoints(tx: Tx, ctx: Ctx, orderId: OrderId): Promise<OrderPoint[]> {
  const mine = { territoryId: ctx.territory.id, orderId }
  const found = tx
    .selectFrom('orderPoints')
    .select(['id', 'number', 'text', 'madeText', 'isTask', 'startsOn', 'dueOn'])
    .where((is) => is.and(mine))
    .orderBy('position')
    .execute()
  const people = tx
    .selectFrom('orderPointAssignees as a')
    .innerJoin('orderPoints as p', (join) => join.onRef('p.territoryId', '=', 'a.territoryId').onRef('p.id', '=', 'a.pointId'))
    .innerJoin('people', (join) => join.onRef('people.territoryId', '=', 'a.territoryId').onRef('people.id', '=', 'a.personId'))
    .select(['a.pointId', 'a.personId'])
    .where((is) => is.and({ 'p.territoryId': ctx.territory.id, 'p.orderId': orderId }))
    .orderBy('people.familyName')
    .orderBy('a.personId')
    .execute()
  const changes = tx
    .selectFrom('orderEffects')
    .select(['pointNumber', 'effect'])
    .where((is) => is.and(mine))
    .orderBy('position')
    .execute()
  const [rows, assignees, effects] = await Promise.all([found, people, changes])
  return rows.map((row) => ({
    ...row,
    level: row.number.split('.').length,
    assigneeIds: assignees.filter((one) => one.pointId === row.id).map((one) => one.personId),
    effects: effects.filter((one) => one.pointNumber === row.number).map((one) => readEffect(one.effect)),
  }))
}

/** Reads an order with its points. */
export async function readFullOrder(tx: Tx, ctx: Ctx, id: OrderId): Promise<FullOrder | undefined> {
  const [order, points] = await Promise.all([readOrder(tx, ctx, id), readPoints(tx, ctx, id)])
  return order && { order, points }
}

/** Writes all points of a draft anew: their numbers follow from their order. */
export async function savePoints(tx: Tx, ctx: Ctx, orderId: OrderId, points: readonly DraftPoint[]): Promise<void> {
  const territoryId = ctx.territory.id
  for (const table of ['orderEffects', 'orderPoints'] as const)
    await tx.deleteFrom(table).where('territoryId', '=', territoryId).where('orderId', '=', orderId).execute()
  const numbers = numberPoints(points)
  const numbered = sideBySide(points, numbers).map(([point, number], at) => ({ ...point, id: newId(), number, position: at + 1 }))
  const rows = numbered.map(({ id, number, position, text, madeText, isTask, assigneeIds, dueOn, startsOn }) => ({
    territoryId,
    id,
    orderId,
    position,
    number,
    text,
    madeText,
    isTask: isTask || assigneeIds.length > 0,
    dueOn,
    startsOn,
  }))
  const assignees = numbered.flatMap(({ id, assigneeIds }) =>
    [...new Set(assigneeIds)].map((personId) => ({ territoryId, pointId: id, personId })),
  )
  const effects = numbered
    .flatMap(({ number, effects }) => effects.map((effect) => ({ pointNumber: number, effect: JSON.stringify(effect) })))
    .map((row, index) => ({ territoryId, id: newId(), orderId, position: index + 1, ...row }))
  if (rows.length > 0) await tx.insertInto('orderPoints').values(rows).execute()
  if (assignees.length > 0) await tx.insertInto('orderPointAssignees').values(assignees).execute()
  if (effects.length > 0) await tx.insertInto('orderEffects').values(effects).execute()
}
