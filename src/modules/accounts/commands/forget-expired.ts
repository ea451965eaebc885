import { before, idleSeconds } from '../../../accounts/session-rules.ts'
import type { Db, Tx } from '../../../db/pool.ts'
import type { Instant, TerritoryId } from '../../../kernel/types.ts'

/** Deletes sessions, links for a new password and counts of tries that no longer mean anything. For the daily job; nothing depends on it. */
export async function forgetExpired(db: Db, now: Instant): Promise<void> {
  await db
    .deleteFrom('authSessions')
    .where((row) => row.or([row('expiresAt', '<=', now), row('updatedAt', '<=', before(now, idleSeconds))]))
    .execute()
  await db.deleteFrom('passwordResets').where('expiresAt', '<=', now).execute()
  await db.deleteFrom('authVerifications').where('expiresAt', '<=', now).execute()
  await db.deleteFrom('signInAttempts').where('endsAt', '<=', now).execute()
}

const unansweredSeconds = 30 * 24 * 60 * 60

/** Deletes addresses of people who never answered; a month they stand, so that one can see which. Needs the territory in scope. */
export async function forgetUnanswered(tx: Tx, territoryId: TerritoryId, now: Instant): Promise<void> {
  await tx
    .deleteFrom('invitations')
    .where('territoryId', '=', territoryId)
    .where('expiresAt', '<=', before(now, unansweredSeconds))
    .execute()
}
