import { sql } from 'kysely'
import type { TerritoryId } from '../kernel/types.ts'
import type { Tx } from './pool.ts'
import type { DB } from './types.ts'

/** Keeps rows of a territory as they are until the end of the transaction: always in the order of their ids, so that two who lock the same only wait. */
export async function lockRows(tx: Tx, territoryId: TerritoryId, table: keyof DB, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`select from ${sql.table(table)} where territory_id = ${territoryId} and id = any(${ids}::uuid[]) order by id for update`.execute(
    tx,
  )
}
