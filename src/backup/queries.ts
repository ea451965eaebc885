import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Tx } from '../db/pool.ts'
import type { Copies } from '../db/types.ts'
import type { Instant } from '../kernel/types.ts'

export type CopyRow = Selectable<Copies>

/** Copies that were taken, the latest first. */
export const lastCopies = (tx: Tx, most: number): Promise<CopyRow[]> =>
  tx.selectFrom('copies').selectAll().orderBy('takenAt', 'desc').limit(most).execute()

/** Whether nothing stands ready to restore the installation from, or it is too old. */
export const noFreshCopy = (now: Instant): RawBuilder<boolean> =>
  sql<boolean>`not exists (select 1 from copies where fresh_until > ${now})`
