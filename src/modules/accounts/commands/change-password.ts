import { hashPassword, verifyPassword } from '../../../accounts/passwords.ts'
import type { Db } from '../../../db/pool.ts'
import { inTransaction } from '../../../db/transact.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { AccountId } from '../../../kernel/types.ts'
import { passwordRefusal } from '../rules.ts'
import { keepPassword } from './create-account.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

/** Puts a new password in place of the known one and ends all sessions of the account. */
export async function changePassword(
  db: Db,
  given: { accountId: AccountId; current: string; next: string },
): Promise<Result<null>> {
  const { accountId, current, next } = given
  const kept = await db
    .selectFrom('authCredentials as credential')
    .innerJoin('authUsers as account', 'account.id', 'credential.userId')
    .select(['credential.password', 'account.email'])
    .where('credential.userId', '=', accountId)
    .where('credential.providerId', '=', 'credential')
    .executeTakeFirst()
  if (!kept?.password) return refuse({ code: 'notFound' })
  if (!(await verifyPassword({ hash: kept.password, password: current })))
    return refuseRule('password.currentWrong', { field: 'current' })
  const refusal = passwordRefusal(next, kept.email)
  if (refusal) return refuse({ ...refusal, field: 'next' })

  const hash = await hashPassword(next)
  await inTransaction(db, async (tx) => {
    await keepPassword(tx, accountId, hash, systemNow())
    await signOutEverywhere(tx, accountId)
  })
  return ok(null)
}
