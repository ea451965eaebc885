import { tokenHash } from '../../../accounts/hashed-tokens.ts'
import { after } from '../../../accounts/session-rules.ts'
import type { Services } from '../../../authz/ctx.ts'
import type { Db, Tx } from '../../../db/pool.ts'
import { inTransaction } from '../../../db/transact.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { newSecret } from '../../../kernel/ids.ts'
import type { AccountId } from '../../../kernel/types.ts'
import { paths } from '../../../web/paths.ts'
import { type Resetter, resetOf } from '../identity-rules.ts'
import { tellOwner } from '../tellings.ts'
import { letters } from '../texts.ts'
import { normalEmail } from './create-account.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

const seconds = { owner: 60 * 60, installation: 24 * 60 * 60 } as const

type From = { readonly db: Db; readonly services: Services }

/** Somebody says that they forgot the password: a letter goes to the proved address of the account; otherwise nothing happens. */
export async function askNewPassword({ db, services }: From, typed: string): Promise<void> {
  const { email, account, does } = await asked({ db, services }, typed, 'anybody')
  if (!account || does !== 'letter') return
  await inTransaction(db, async (tx) => {
    const link = services.origin + paths.newPassword({ token: await newToken(tx, account.id, 'owner') })
    await services.mail(tx, { to: email, ...letters.newPassword(link) })
  })
}

/**
 * The installation's administrator lets an account have a new password: gives the link to hand over, ends the account's sessions at once and
 * tells its owner. Null when there is no such account.
 */
export async function givePasswordLink({ db, services }: From, typed: string): Promise<string | null> {
  const { email, account, does } = await asked({ db, services }, typed, 'installation')
  if (!account || does !== 'link') return null
  const token = await inTransaction(db, async (tx) => {
    await signOutEverywhere(tx, account.id)
    return newToken(tx, account.id, 'installation')
  })
  const letter = { to: email, ...letters.passwordLinkGiven }
  await tellOwner({ db, services }, { accountId: account.id, kind: 'account.passwordLinkGiven', by: null, letter })
  return services.origin + paths.newPassword({ token })
}

async function asked({ db, services }: From, typed: string, by: Resetter) {
  const email = normalEmail(typed)
  const found = await db.selectFrom('authUsers').select(['id', 'emailVerified']).where('email', '=', email).executeTakeFirst()
  const address = !found ? 'unknown' : found.emailVerified ? 'proved' : 'unproved'
  const account = found && { id: found.id }
  return { email, account, does: resetOf({ by, address, sendsMail: services.sendsMail }) }
}

/** A new link takes the place of an earlier one. */
async function newToken(tx: Tx, accountId: AccountId, givenBy: keyof typeof seconds): Promise<string> {
  const token = newSecret()
  const createdAt = systemNow()
  const row = { tokenHash: tokenHash(token), givenBy, expiresAt: after(createdAt, seconds[givenBy]), createdAt }
  await tx
    .insertInto('passwordResets')
    .values({ accountId, ...row })
    .onConflict((on) => on.column('accountId').doUpdateSet(row))
    .execute()
  return token
}
