import { hashPassword } from '../../../accounts/passwords.ts'
import { type Services, timeOf } from '../../../authz/ctx.ts'
import { asPool, type Db, type Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { AccountId, Instant } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { mayAnswer, maySetFirstPassword } from '../identity-rules.ts'
import { answeringOf, type Invitation, invitationByToken, openedInvitation, territoryOfToken } from '../invitations.ts'
import { passwordRefusal } from '../rules.ts'
import { accountManagers } from '../tellings.ts'
import { addMembership } from './add-membership.ts'
import { createAccount, keepPassword } from './create-account.ts'

export type Answerer = { readonly db: Db; readonly services: Services }

/** What came of it: the account that now belongs to the territory, and the territory's code. */
export type Joined = { readonly accountId: AccountId; readonly territory: string }

/** The owner of the account, signed in, begins to work in the territory. */
export function acceptInvitation(by: Answerer, given: { token: string; accountId: AccountId }): Promise<Result<Joined>> {
  return answered(by, given, async (tx, invitation, now) => {
    if (!mayAnswer(answeringOf(invitation, given.accountId, now))) return refuse({ code: 'forbidden' })
    return join(tx, by, invitation, given.accountId)
  })
}

/** The owner of the account, signed in, does not want to. */
export function declineInvitation(by: Answerer, given: { token: string; accountId: AccountId }): Promise<Result<null>> {
  return answered(by, given, async (tx, invitation, now) => {
    if (!mayAnswer(answeringOf(invitation, given.accountId, now))) return refuse({ code: 'forbidden' })
    await told(tx, by, invitation, given.accountId, 'account.invitationDeclined')
    return ok(null)
  })
}

/**
 * Makes the account of an address that has none, with the password its owner has chosen, and lets it into the territory. Where the address has
 * an account by now nothing happens to it: its owner has to sign in.
 */
export async function acceptAsNew(by: Answerer, given: { token: string; password: string }): Promise<Result<Joined>> {
  const known = await openedInvitation(by.db, given.token, (territory) => timeOf(territory, systemNow()).today)
  if (!known) return refuse({ code: 'notFound' })
  const refusal = passwordRefusal(given.password, known.email)
  if (refusal) return refuse(refusal)
  const hash = await hashPassword(given.password)
  return answered(by, { ...given, accountId: null }, async (tx, invitation, now) => {
    if (!maySetFirstPassword(answeringOf(invitation, null, now))) return refuse({ code: 'forbidden' })
    const account = await createAccount(tx, { email: invitation.email, name: invitation.name })
    if (!account.ok) return account
    await keepPassword(tx, account.value, hash, now)
    await tx.updateTable('authUsers').set({ emailVerified: true }).where('id', '=', account.value).execute()
    return join(tx, by, invitation, account.value)
  })
}

/** Works on the locked invitation of a link and takes it away; of two answers at once the second finds nothing. */
async function answered<T>(
  { db }: Answerer,
  { token, accountId }: { token: string; accountId: AccountId | null },
  work: (tx: Tx, invitation: Invitation, now: Instant) => Promise<Result<T>>,
): Promise<Result<T>> {
  const territory = await territoryOfToken(db, token)
  if (!territory) return refuse({ code: 'notFound' })
  const now = systemNow()
  const { today } = timeOf(territory, now)
  return transact({ pool: asPool(db), scope: { territoryId: territory.id, accountId }, now, submission: null }, async (tx) => {
    const invitation = await invitationByToken(tx, { territory, today, token, lock: true })
    if (!invitation) return refuse({ code: 'notFound' })
    await tx
      .deleteFrom('invitations')
      .where((is) => is.and({ territoryId: territory.id, personId: invitation.personId }))
      .execute()
    return work(tx, invitation, now)
  })
}

async function join(tx: Tx, by: Answerer, invitation: Invitation, accountId: AccountId): Promise<Result<Joined>> {
  const { territory, personId } = invitation
  const member = await addMembership(tx, { territoryId: territory.id, accountId, personId })
  if (!member.ok) return member
  await told(tx, by, invitation, accountId, 'account.joined')
  return ok({ accountId, territory: territory.code })
}

/** Whoever keeps the accounts is told, and history keeps the answer: a person who did not answer it can see that somebody did. */
async function told(
  tx: Tx,
  { services }: Answerer,
  { territory, personId, name }: Invitation,
  accountId: AccountId,
  kind: 'account.joined' | 'account.invitationDeclined',
): Promise<void> {
  const { now, today } = timeOf(territory, systemNow())
  const telling = { territory, now, today, services, actor: { accountId, personId } }
  const managers = await accountManagers(tx, territory, today)
  await tell(
    tx,
    telling,
    managers.map((manager) => ({ personId: manager, kind, subjectId: personId, params: { name } })),
  )
  // A person who declines may be anybody whose address was written down by mistake.
  const actor = { accountId, personId: kind === 'account.joined' ? personId : null }
  await record(tx, { territory, now, actor }, { kind, subjectId: personId })
}
