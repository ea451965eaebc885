import { before } from '../../../accounts/session-rules.ts'
import type { Db } from '../../../db/pool.ts'
import type { Instant } from '../../../kernel/types.ts'

/** No page stays open longer, so no form comes twice after that. */
const keptSeconds = 7 * 24 * 3600

/** Deletes the keys of forms sent long ago. */
export async function forgetSubmissions(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('submissions').where('at', '<', before(now, keptSeconds)).execute()
}
