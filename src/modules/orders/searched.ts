import { sql } from 'kysely'
import { matches, plain } from '../../db/words.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { Day, OrderId } from '../../kernel/types.ts'
import { type Counted, foundIn, type Searched } from '../../kit/searched.ts'
import { paths } from './paths.ts'

type Row = Counted & {
  readonly id: OrderId
  readonly kind: 'order' | 'directive'
  readonly number: string
  readonly signedOn: Day
  readonly title: string
}

/** Orders that are or were in force; drafts are found only in the list of orders by those who prepare them. */
export const searched: Searched = {
  place: 40,
  title: 'Подписанные приказы',
  all: (to, q) => paths.orders(to, { q }),
  async find(tx, ctx, words, most) {
    const name = plain(sql`o.title || ' № ' || o.number_text || ' ' || to_char(o.signed_on, 'DD.MM.YYYY')`)
    const { rows } = await sql<Row>`
      select o.id, o.kind, o.number_text as number, o.signed_on, o.title, count(*) over ()::int as total
      from orders o where o.territory_id = ${ctx.territory.id} and o.state in ('signed', 'revoked') and ${matches(name, words)}
      order by o.signed_on desc, o.number desc limit ${most}`.execute(tx)
    return foundIn(rows, (order) => ({
      href: paths.order({ territory: ctx.territory.code, order: order.id }),
      name: order.title,
      more: `${order.kind === 'order' ? 'Приказ' : 'Распоряжение'} от ${shortDate(order.signedOn)} № ${order.number}`,
    }))
  },
}
