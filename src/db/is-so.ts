import { type RawBuilder, sql } from 'kysely'
import { oneRow } from './one-row.ts'
import type { Tx } from './pool.ts'

/** Whether a condition holds. */
export const isSo = async (tx: Tx, condition: RawBuilder<boolean>): Promise<boolean> =>
  (await oneRow(tx, sql<{ so: boolean }>`select ${condition} as so`)).so
