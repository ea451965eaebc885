import type { Pool } from '../../../db/pool.ts'
import { triedEach } from '../../../kernel/tried.ts'
import { clockDeeds } from '../../../kit/install.ts'
import type { ByClock } from '../../../kit/told.ts'

/** What a day that has come brings about without anybody: before people are told of that day. One deed that fails does not keep the others from theirs. */
export const runClockDeeds = (pool: Pool, at: ByClock): Promise<void> => triedEach(clockDeeds(), (deed) => deed(pool, at))
