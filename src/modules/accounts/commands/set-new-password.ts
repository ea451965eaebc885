import { tokenHash } from '../../../accounts/hashed-tokens.ts'
import { hashPassword } from '../../../accounts/passwords.ts'
import type { Services } from '../../../authz/ctx.ts'
import type { Db } from '../../../db/pool.ts'
import { inTransaction } from '../../../db/transact.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { resetOfToken } from '../queries.ts'
import { passwordRefusal } from '../rules.ts'
import { tellOwner } from '../tellings.ts'
import { letters } from '../texts.ts'
import { keepPassword } from './create-account.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

/** Sets a new password by a link. Works once: of two presses the second finds nothing. Ends all sessions and tells the owner. */
export async function setNewPassword(
  { db, services }: { db: Db; services: Services },
  given: { token: string; password: string },
): Promise<Result<null>> {
  const now = systemNow()
  const known = await resetOfToken(db, given.token, now)
  if (!known) return refuse({ code: 'notFound' })
  const refusal = passwordRefusal(given.password, known.email)
  if (refusal) return refuse(refusal)

  const hash = await hashPassword(given.password)
  const accountId = await inTransaction(db, async (tx) => {
    const used = await tx
      .deleteFrom('passwordResets')
      .where('tokenHash', '=', tokenHash(given.token))
      .where('expiresAt', '>', now)
      .returning('accountId')
      .executeTakeFirst()
    if (!used) return null
    await keepPassword(tx, used.accountId, hash, now)
    await signOutEverywhere(tx, used.accountId)
    return used.accountId
  })
  if (!accountId) return refuse({ code: 'notFound' })
  const letter = { to: known.email, ...letters.passwordChanged }
  await tellOwner({ db, services }, { accountId, kind: 'account.passwordChanged', by: accountId, letter })
  return ok(null)
}
