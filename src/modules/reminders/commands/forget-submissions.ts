import { before, keptFormSeconds } from '../../../accounts/session-rules.ts'
import type { Db } from '../../../db/pool.ts'
import type { Instant } from '../../../kernel/types.ts'

/** No page stays open longer, so no form comes twice after that. */
const keptSeconds = 7 * 24 * 3600

/** Deletes the keys of forms sent long ago. */
export async function forgetSubmissions(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('submissions').where('at', '<', before(now, keptSeconds)).execute()
}

/** Deletes forms that waited for their typist in vain. */
export async function forgetKeptForms(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('keptForms').where('keptAt', '<=', before(now, keptFormSeconds)).execute()
}
