import { tokenHash } from '../../../accounts/hashed-tokens.ts'
import { hashPassword } from '../../../accounts/passwords.ts'
import type { Db } from '../../../db/pool.ts'
import { inTransaction } from '../../../db/transact.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { AccountId } from '../../../kernel/types.ts'
import { invitationOf } from '../queries.ts'
import { passwordRefusal } from '../rules.ts'
import { keepPassword } from './create-account.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

/** Sets the password of an invited account. Works once: of two presses the second finds nothing. Ends sessions that were open before. */
export async function acceptInvitation(db: Db, given: { token: string; password: string }): Promise<Result<AccountId>> {
  const now = systemNow()
  const invitation = await invitationOf(db, given.token, now)
  if (!invitation) return refuse({ code: 'notFound' })
  const refusal = passwordRefusal(given.password, invitation.email)
  if (refusal) return refuse(refusal)

  const hash = await hashPassword(given.password)
  return inTransaction(db, async (tx) => {
    const used = await tx
      .deleteFrom('authInvitations')
      .where('tokenHash', '=', tokenHash(given.token))
      .where('expiresAt', '>', now)
      .returning('accountId')
      .executeTakeFirst()
    if (!used) return refuse({ code: 'notFound' })
    const accountId = used.accountId as AccountId
    await keepPassword(tx, accountId, hash, now)
    await tx.updateTable('authUsers').set({ emailVerified: true, updatedAt: now }).where('id', '=', accountId).execute()
    await signOutEverywhere(tx, accountId)
    return ok(accountId)
  })
}
