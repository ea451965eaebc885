import { tokenHash } from '../../../accounts/hashed-tokens.ts'
import { after } from '../../../accounts/session-rules.ts'
import type { Services } from '../../../authz/ctx.ts'
import type { Db } from '../../../db/pool.ts'
import { inTransaction } from '../../../db/transact.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { codeOf } from '../../../kernel/errors.ts'
import { newId, newSecret } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { AccountId, Instant } from '../../../kernel/types.ts'
import { paths } from '../../../web/paths.ts'
import { newAddressOf } from '../identity-rules.ts'
import { tellOwner } from '../tellings.ts'
import { letters } from '../texts.ts'
import { ownerKnowing } from './change-password.ts'
import { isEmail, normalEmail } from './create-account.ts'
import { withdrawInvitationsTo } from './withdraw-invitation.ts'

const hour = 60 * 60
/** One open wish an account: a new letter takes the place of an earlier one. */
const wishOf = (accountId: AccountId) => `new email ${accountId}`

type From = { readonly db: Db; readonly services: Services }

/**
 * The owner, knowing the password, wants to sign in with another address: a letter goes there, and nothing changes before it is answered.
 * The same is said whether or not the address is somebody else's.
 */
export async function askNewEmail(
  { db, services }: From,
  { accountId, current, email: typed }: { accountId: AccountId; current: string; email: string },
): Promise<Result<null>> {
  const email = normalEmail(typed)
  if (!isEmail(email)) return refuseRule('account.emailUnfit', { field: 'email' })
  const owner = await ownerKnowing(db, accountId, current)
  if (!owner.ok) return owner
  const taken = await db.selectFrom('authUsers').select('id').where('email', '=', email).executeTakeFirst()
  const address = !taken ? 'free' : taken.id === accountId ? 'own' : 'ofAnother'
  const does = newAddressOf({ address, sendsMail: services.sendsMail })
  if (does === 'same') return refuseRule('account.emailSame', { field: 'email' })
  if (does === 'nothing') return ok(null)
  await inTransaction(db, async (tx) => {
    const token = newSecret()
    const now = systemNow()
    const row = { value: JSON.stringify({ hash: tokenHash(token), email }), expiresAt: after(now, hour), updatedAt: now }
    await tx.deleteFrom('authVerifications').where('identifier', '=', wishOf(accountId)).execute()
    await tx
      .insertInto('authVerifications')
      .values({ id: newId(), identifier: wishOf(accountId), createdAt: now, ...row })
      .execute()
    await services.mail(tx, { to: email, ...letters.newEmail(services.origin + paths.newEmail({ token })) })
  })
  return ok(null)
}

/** The address that a link of this account proves; undefined when it was used, has expired, was replaced or is another's. */
export async function emailOfToken(db: Db, accountId: AccountId, token: string, now: Instant): Promise<string | undefined> {
  const row = await db
    .selectFrom('authVerifications')
    .select('value')
    .where('identifier', '=', wishOf(accountId))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  const wish: { hash: string; email: string } | undefined = row && JSON.parse(row.value)
  return wish?.hash === tokenHash(token) ? wish.email : undefined
}

const addressTaken = '23505'

/** The letter is answered: the account has the new address, links sent to the old one work no more, and the old one is told. */
export async function changeEmail(
  { db, services }: From,
  { accountId, token }: { accountId: AccountId; token: string },
): Promise<Result<null>> {
  const now = systemNow()
  const email = await emailOfToken(db, accountId, token, now)
  if (email === undefined) return refuse({ code: 'notFound' })
  const before = await inTransaction(db, async (tx) => {
    const used = await tx
      .deleteFrom('authVerifications')
      .where('identifier', '=', wishOf(accountId))
      .returning('id')
      .executeTakeFirst()
    const taken = await tx.selectFrom('authUsers').select('id').where('email', '=', email).executeTakeFirst()
    if (!used || taken) return null
    const its = tx.selectFrom('authUsers').select('email').where('id', '=', accountId)
    const { email: old } = await its.executeTakeFirstOrThrow()
    await tx.updateTable('authUsers').set({ email, emailVerified: true, updatedAt: now }).where('id', '=', accountId).execute()
    await tx.deleteFrom('passwordResets').where('accountId', '=', accountId).execute()
    return old
  }).catch((error: unknown) => {
    if (codeOf(error) === addressTaken) return null // another account was a moment faster
    throw error
  })
  if (before === null) return refuse({ code: 'notFound' })
  await withdrawInvitationsTo(db, before, now)
  const letter = { to: before, ...letters.emailChanged }
  await tellOwner({ db, services }, { accountId, kind: 'account.emailChanged', by: accountId, letter })
  return ok(null)
}
