import type { Pool } from '../../../db/pool.ts'
import { clockDeeds } from '../../../kit/install.ts'
import type { ByClock } from '../../../kit/told.ts'

/** What a day that has come brings about without anybody: before people are told of that day. */
export async function runClockDeeds(pool: Pool, at: ByClock): Promise<void> {
  for (const deed of clockDeeds()) await deed(pool, at)
}
