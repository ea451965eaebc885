import { sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import { isTerritory } from '../../db/territories.ts'
import type { Day, OrderId } from '../../kernel/types.ts'
import { down } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { ActKind } from '../../regulation/acts.ts'
import type { Printable } from '../orders/document.ts'

export type PublicOrderLine = {
  readonly orderId: OrderId
  readonly territoryCode: string
  readonly territoryName: string
  readonly kind: ActKind
  readonly numberText: string
  readonly signedOn: Day
  readonly issuerName: string
  readonly title: string
  readonly revokedOn: Day | null
}

export type PublicOrdersQuery = { readonly territory: string | null; readonly q: string | null }

const columns = sql`p.order_id, t.code as territory_code, t.short_name as territory_name, p.kind, p.number_text, p.signed_on, p.issuer_name, p.title, p.revoked_on`

/** The same expression as the index has. */
const wordsOf = sql`(to_tsvector('russian', p.title) || to_tsvector('russian', p.snapshot -> 'points'))`

/** Orders the authorities have put on the public site, newest first. */
export const publicOrders = (tx: Tx, { territory, q }: PublicOrdersQuery): Rows<PublicOrderLine> =>
  sqlRows(tx, {
    select: columns,
    from: sql`published_orders p join territories t on t.id = p.territory_id`,
    where: sql`${territory === null ? sql`true` : isTerritory(sql`t.code`, territory)}
      and ${q === null ? sql`true` : sql`${wordsOf} @@ websearch_to_tsquery('russian', ${q})`}`,
    order: [down(sql`p.signed_on`), sql`p.order_id`],
  })

export type PublicOrder = PublicOrderLine & {
  /** As it was signed, without the list of schools that need support. */
  readonly snapshot: Printable
}

/** One published order; null when this territory has published no such order. */
export async function publicOrder(tx: Tx, territory: string, orderId: OrderId): Promise<PublicOrder | null> {
  const { rows } = await sql<PublicOrder>`select ${columns}, p.snapshot
    from published_orders p join territories t on t.id = p.territory_id
    where t.code = ${territory} and p.order_id = ${orderId}`.execute(tx)
  return rows[0] ?? null
}

/** Territories that have published something, for the choice. */
export async function publishingTerritories(tx: Tx): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`select t.code, t.short_name as name from territories t
    where exists (select 1 from published_orders p where p.territory_id = t.id)
    order by t.short_name collate "ru-kn"`.execute(tx)
  return rows
}
