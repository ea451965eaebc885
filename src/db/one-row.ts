import type { RawBuilder } from 'kysely'
import type { Db, Tx } from './pool.ts'

/** The row of a query that always has one: a count, a question of yes or no, a number taken. */
export async function oneRow<Row>(tx: Db | Tx, query: RawBuilder<Row>): Promise<Row> {
  const [row] = (await query.execute(tx)).rows
  if (row === undefined) throw new Error('a query that always has a row gave none')
  return row
}
