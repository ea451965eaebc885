import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { OrderId } from '../../kernel/types.ts'
import { actNames } from '../../regulation/acts.ts'

/** «приказ от 28.01.2021 № 37-о» of a signed order. */
export async function orderNamed(tx: Tx, ctx: Pick<Ctx, 'territory'>, orderId: OrderId): Promise<string> {
  const row = await tx
    .selectFrom('orders')
    .select(['kind', 'numberText', 'signedOn'])
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  const date = row.signedOn === null ? '' : ` от ${shortDate(row.signedOn)}`
  return `${actNames[row.kind]}${date}${row.numberText === null ? '' : ` № ${row.numberText}`}`
}

/** The order behind a submission: signed as people name it, else as the draft it is. */
export async function draftNamed(tx: Tx, ctx: Pick<Ctx, 'territory'>, orderId: OrderId): Promise<string> {
  const row = await tx
    .selectFrom('orders')
    .select(['kind', 'title', 'numberText'])
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  if (row.numberText !== null) {
    const label = await orderNamed(tx, ctx, orderId)
    return label.charAt(0).toUpperCase() + label.slice(1)
  }
  return `Проект: ${actNames[row.kind]} «${row.title}»`
}
