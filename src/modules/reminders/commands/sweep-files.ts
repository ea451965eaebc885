import { before } from '../../../accounts/session-rules.ts'
import type { Db } from '../../../db/pool.ts'
import { read } from '../../../db/transact.ts'
import { sweepIncoming } from '../../../files/incoming.ts'
import { sweepOrphans } from '../../../files/store.ts'
import type { Instant, TerritoryId } from '../../../kernel/types.ts'

/** A deed that keeps a file ends long before that. */
const underWaySeconds = 24 * 3600

/** Removes files that no row knows, because their deed failed, and what requests that were cut off left on their way in. */
export async function sweepFiles(db: Db, territories: readonly TerritoryId[], now: Instant): Promise<void> {
  const until = before(now, underWaySeconds)
  await sweepIncoming(until)
  for (const territoryId of territories) await read(db, { territoryId }, (tx) => sweepOrphans(tx, territoryId, until))
}
