import { tokenHash } from '../../../accounts/hashed-tokens.ts'
import { after } from '../../../accounts/session-rules.ts'
import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { newSecret } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { AccountId, PersonId } from '../../../kernel/types.ts'
import { paths } from '../../../web/paths.ts'
import { letters } from '../texts.ts'
import { addMembership } from './add-membership.ts'
import { createAccount, normalEmail } from './create-account.ts'

const invitationSeconds = 7 * 24 * 60 * 60

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }
export type Post = {
  readonly mail: (tx: Tx, letter: Letter) => Promise<void>
  readonly origin: string
  readonly sendsMail: boolean
}

/** `handOver` is the way in when no letter can leave: whoever invites gives it to the person themselves. */
export type Invited = { readonly accountId: AccountId; readonly handOver: string | null }

/**
 * Lets a person in: makes the account and the membership where they are missing and sends a letter with a way to set a password. Sent again
 * to a member it is the way back for a forgotten password. An account that came from another territory gets no such way from here.
 */
export function invitePerson(ctx: Acting, given: { personId: PersonId; email: string }, post: Post): Promise<Result<Invited>> {
  const { personId } = given
  const email = normalEmail(given.email)
  return transact(ctx, async (tx) => {
    const person = await personOf(tx, ctx, personId)
    if (!person) return refuse({ code: 'notFound' })
    if (!may(ctx, 'account.manage')) return refuse({ code: 'forbidden', permission: 'account.manage' })
    if (person.memberEmail && person.memberEmail !== email) return refuseRule('account.personHasAccount', { field: 'email' })

    const account = await findOrCreate(tx, email, person.name)
    if (!account.ok) return account
    const { accountId, hasPassword } = account.value
    const membership = await addMembership(tx, { territoryId: ctx.territory.id, accountId, personId })
    if (!membership.ok) return membership

    const mayReset = !hasPassword || person.memberEmail !== null
    const address = post.origin + (mayReset ? paths.invitation({ token: await newToken(tx, accountId) }) : paths.signIn({}))
    const letter = (mayReset ? letters.invitation : letters.addedToTerritory)(ctx.territory.name, address)
    if (post.sendsMail) await post.mail(tx, { to: email, ...letter })
    await record(tx, ctx, { kind: 'account.invited', subjectId: personId })
    return ok({ accountId, handOver: post.sendsMail ? null : address })
  })
}

async function personOf(tx: Tx, ctx: Ctx, personId: PersonId) {
  return tx
    .selectFrom('people as person')
    .leftJoin('memberships as membership', (join) =>
      join.onRef('membership.territoryId', '=', 'person.territoryId').onRef('membership.personId', '=', 'person.id'),
    )
    .leftJoin('authUsers as account', 'account.id', 'membership.accountId')
    .select((row) => [
      'account.email as memberEmail',
      row.fn<string>('concat_ws', [row.val(' '), 'person.familyName', 'person.givenName', 'person.patronymic']).as('name'),
    ])
    .where('person.territoryId', '=', ctx.territory.id)
    .where('person.id', '=', personId)
    .forUpdate('person')
    .executeTakeFirst()
}

async function findOrCreate(
  tx: Tx,
  email: string,
  name: string,
): Promise<Result<{ accountId: AccountId; hasPassword: boolean }>> {
  const found = await tx
    .selectFrom('authUsers as account')
    .leftJoin('authCredentials as credential', (join) =>
      join.onRef('credential.userId', '=', 'account.id').on('credential.providerId', '=', 'credential'),
    )
    .select(['account.id', 'credential.password'])
    .where('account.email', '=', email)
    .executeTakeFirst()
  if (found) return ok({ accountId: found.id as AccountId, hasPassword: found.password !== null })
  const made = await createAccount(tx, { email, name })
  return made.ok ? ok({ accountId: made.value, hasPassword: false }) : made
}

/** A new way in takes the place of an earlier one. */
async function newToken(tx: Tx, accountId: AccountId): Promise<string> {
  const token = newSecret()
  const createdAt = systemNow()
  const row = { tokenHash: tokenHash(token), expiresAt: after(createdAt, invitationSeconds), createdAt }
  await tx
    .insertInto('authInvitations')
    .values({ accountId, ...row })
    .onConflict((on) => on.column('accountId').doUpdateSet(row))
    .execute()
  return token
}
