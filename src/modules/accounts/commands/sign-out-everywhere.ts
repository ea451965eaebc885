import type { Db, Tx } from '../../../db/pool.ts'
import type { AccountId } from '../../../kernel/types.ts'

/** Ends every session of an account; the next request of each is a stranger's. */
export async function signOutEverywhere(tx: Db | Tx, accountId: AccountId): Promise<void> {
  await tx.deleteFrom('authSessions').where('userId', '=', accountId).execute()
}
