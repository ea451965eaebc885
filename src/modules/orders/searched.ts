import { sql } from 'kysely'
import { shortDate } from '../../kernel/dates.ts'
import type { Day, OrderId } from '../../kernel/types.ts'
import { type Counted, excerptOf, firstFound, foundIn, type Searched } from '../../kit/searched.ts'
import { type ActKind, act } from '../../regulation/acts.ts'
import { pointAnchor } from './model.ts'
import { paths } from './paths.ts'

type Row = Counted & {
  readonly id: OrderId
  readonly kind: ActKind
  readonly number: string
  readonly signedOn: Day
  readonly title: string
  readonly point: string | null
  readonly text: string | null
}

/** Orders that are or were in force and their points; drafts are found only in the list of orders by those who prepare them. */
export const searched: Searched = {
  place: 40,
  title: 'Подписанные документы',
  all: (to, q) => paths.orders(to, { q }),
  async find(tx, ctx, asking) {
    const { rows } = await sql<Row>`
      select o.id, o.kind, o.number_text as number, o.signed_on, o.title, p.number as point, p.text, found.total
      from ${firstFound('order', asking)} join orders o on o.territory_id = ${ctx.territory.id} and o.id = found.thing_id
        left join order_points p on p.territory_id = o.territory_id and p.order_id = o.id and p.number = found.part
      order by found.rank`.execute(tx)
    return foundIn(rows, ({ id, kind, number, signedOn, title, point, text }) => {
      const label = `${act(kind).nominative} от ${shortDate(signedOn)} № ${number}`
      const href = paths.order({ territory: ctx.territory.code, order: id })
      if (point === null || text === null) return { href, name: title, more: label }
      return {
        href: `${href}#${pointAnchor(point)}`,
        name: `П. ${point}. ${excerptOf(text, asking.question)}`,
        more: `${label} «${title}»`,
      }
    })
  },
}
