import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day } from '../../kernel/types.ts'
import type { AskedNames, NamedRow, OrderChoices } from '../../kit/order/effect-props.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { type ActKind, orderLabel } from '../../regulation/acts.ts'

/** What an order may name, each list sorted as people look for it; of people and organisations those asked for. */
export async function orderChoices(tx: Tx, ctx: Ctx, asked: AskedNames): Promise<OrderChoices> {
  let choices: Partial<OrderChoices> = {}
  for (const part of orderParts.parts()) choices = { ...choices, ...(await part.choices?.(tx, ctx, asked)) }
  return choices as OrderChoices
}

/** Orders that another one may revoke. */
export async function signedOrders(tx: Tx, ctx: Ctx): Promise<NamedRow[]> {
  const { rows } = await sql<{ id: string; kind: ActKind; numberText: string; signedOn: Day; title: string }>`
    select id, kind, number_text, signed_on, title from orders
    where territory_id = ${ctx.territory.id} and state = 'signed' order by signed_on desc, number desc`.execute(tx)
  return rows.map(({ id, title, ...order }) => ({ id, label: `${orderLabel(order)} «${title}»` }))
}
