import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import type { TerritoryId } from '../../kernel/types.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'

type Asked = {
  readonly table: string
  readonly select: RawBuilder<unknown>
  readonly where?: RawBuilder<unknown>
  readonly order: RawBuilder<unknown>
}

/** Rows of a table whose every row belongs to a site: `c` in the question, with `e`, its site in the register. */
export const rowsOfSites = <Row>(
  tx: Tx,
  { territory }: { readonly territory: { readonly id: TerritoryId } },
  { table, select, where = sql`true`, order }: Asked,
): Rows<Row> =>
  sqlRows(tx, {
    select,
    from: sql`${sql.table(table)} c join register_entries e on e.territory_id = c.territory_id and e.site_id = c.site_id`,
    where: sql`c.territory_id = ${territory.id} and ${where}`,
    order,
  })
