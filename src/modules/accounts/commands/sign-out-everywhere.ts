import type { Db, Tx } from '../../../db/pool.ts'
import type { AccountId } from '../../../kernel/types.ts'

/** Ends the chosen sessions of an account: one, or all but one. */
export async function endSessions(db: Db, accountId: AccountId, which: { one: string } | { allBut: string }): Promise<void> {
  const [sign, id] = 'one' in which ? (['=', which.one] as const) : (['!=', which.allBut] as const)
  await db.deleteFrom('authSessions').where('userId', '=', accountId).where('id', sign, id).execute()
}

/** Ends every session of an account; the next request of each is a stranger's. */
export async function signOutEverywhere(tx: Db | Tx, accountId: AccountId): Promise<void> {
  await tx.deleteFrom('authSessions').where('userId', '=', accountId).execute()
}
