import { z } from 'zod'
import { hashPassword } from '../../../accounts/passwords.ts'
import type { Db, Tx } from '../../../db/pool.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { AccountId, Instant } from '../../../kernel/types.ts'
import { passwordRefusal } from '../rules.ts'

export type NewAccount = { readonly email: string; readonly name: string; readonly password?: string }

/** One e-mail is one account, however it is typed. */
export const normalEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase()

/** Whether the library would let such an address in. */
export const isEmail = (email: string): boolean => email.length <= 200 && z.email().safeParse(email).success

/** Makes an account. Without a password it can be entered by invitation only. */
export async function createAccount(tx: Db | Tx, given: NewAccount): Promise<Result<AccountId>> {
  const email = normalEmail(given.email)
  if (!isEmail(email)) return refuseRule('account.emailUnfit', { field: 'email' })
  const refusal = given.password === undefined ? null : passwordRefusal(given.password, email)
  if (refusal) return { ok: false, refusal }

  const now = systemNow()
  const id = newId<AccountId>()
  const made = await tx
    .insertInto('authUsers')
    .values({ id, email, name: given.name, emailVerified: false, createdAt: now, updatedAt: now })
    .onConflict((on) => on.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return refuseRule('account.emailTaken', { field: 'email' })
  if (given.password !== undefined) await keepPassword(tx, id, await hashPassword(given.password), now)
  return ok(id)
}

/** Writes the hash of an account's password where the library looks for it. */
export async function keepPassword(tx: Db | Tx, accountId: AccountId, password: string, now: Instant): Promise<void> {
  await tx
    .insertInto('authCredentials')
    .values({
      id: newId(),
      userId: accountId,
      accountId,
      providerId: 'credential',
      password,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((on) => on.columns(['providerId', 'accountId']).doUpdateSet({ password, updatedAt: now }))
    .execute()
}
