import { hashPassword, verifyPassword } from '../../../accounts/passwords.ts'
import type { Services } from '../../../authz/ctx.ts'
import type { Db } from '../../../db/pool.ts'
import { inTransaction } from '../../../db/transact.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { AccountId } from '../../../kernel/types.ts'
import { passwordRefusal } from '../rules.ts'
import { tellOwner } from '../tellings.ts'
import { letters } from '../texts.ts'
import { keepPassword } from './create-account.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

/** The owner of an account who knows its password; its address. */
export async function ownerKnowing(db: Db, accountId: AccountId, password: string): Promise<Result<string>> {
  const kept = await db
    .selectFrom('authCredentials as credential')
    .innerJoin('authUsers as account', 'account.id', 'credential.userId')
    .select(['credential.password', 'account.email'])
    .where((is) => is.and({ 'credential.userId': accountId, 'credential.providerId': 'credential' }))
    .executeTakeFirst()
  if (!kept?.password) return refuseRule('password.none')
  const isIt = await verifyPassword({ hash: kept.password, password })
  return isIt ? ok(kept.email) : refuseRule('password.currentWrong', { field: 'current' })
}

/** Puts a new password in place of the known one, ends all sessions of the account and tells its owner. */
export async function changePassword(
  { db, services }: { db: Db; services: Services },
  given: { accountId: AccountId; current: string; next: string },
): Promise<Result<null>> {
  const { accountId, current, next } = given
  const owner = await ownerKnowing(db, accountId, current)
  if (!owner.ok) return owner
  const refusal = passwordRefusal(next, owner.value)
  if (refusal) return refuse({ ...refusal, field: 'next' })

  const hash = await hashPassword(next)
  await inTransaction(db, async (tx) => {
    await keepPassword(tx, accountId, hash, systemNow())
    await signOutEverywhere(tx, accountId)
  })
  const letter = { to: owner.value, ...letters.passwordChanged }
  await tellOwner({ db, services }, { accountId, kind: 'account.passwordChanged', by: accountId, letter })
  return ok(null)
}
