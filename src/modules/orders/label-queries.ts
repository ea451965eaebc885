import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { capital } from '../../kernel/names.ts'
import type { OrderId } from '../../kernel/types.ts'
import { actNames, orderLabel } from '../../regulation/acts.ts'

const labelled = (tx: Tx, ctx: Pick<Ctx, 'territory'>, orderId: OrderId) =>
  tx
    .selectFrom('orders')
    .select(['kind', 'numberText', 'signedOn', 'title'])
    .where((is) => is.and({ territoryId: ctx.territory.id, id: orderId }))
    .executeTakeFirstOrThrow()

/** «приказ от 28.01.2021 № 37-о» of a signed order. */
export const orderNamed = async (tx: Tx, ctx: Pick<Ctx, 'territory'>, orderId: OrderId): Promise<string> =>
  orderLabel(await labelled(tx, ctx, orderId))

/** The order behind a submission: signed as people name it, else as the draft it is. */
export async function draftNamed(tx: Tx, ctx: Pick<Ctx, 'territory'>, orderId: OrderId): Promise<string> {
  const order = await labelled(tx, ctx, orderId)
  return order.numberText === null ? `Проект: ${actNames[order.kind]} «${order.title}»` : capital(orderLabel(order))
}
