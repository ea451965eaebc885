import { tokenHash } from '../../../accounts/hashed-tokens.ts'
import { after } from '../../../accounts/session-rules.ts'
import { type Actor, loadActor } from '../../../authz/actor.ts'
import type { Ctx } from '../../../authz/ctx.ts'
import { can } from '../../../authz/policy.ts'
import type { Tx } from '../../../db/pool.ts'
import { type Transacting, transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import { paths } from '../../../web/paths.ts'
import { type AddressUse, whyNotInvite } from '../identity-rules.ts'
import { newInvitationToken, workOf } from '../invitations.ts'
import { letters } from '../texts.ts'
import { isEmail, normalEmail } from './create-account.ts'

const invitationSeconds = 7 * 24 * 60 * 60

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }
export type Post = {
  readonly mail: (tx: Tx, letter: Letter) => Promise<void>
  readonly origin: string
  readonly sendsMail: boolean
}

/** Who invites: a person of the territory, or nobody of it, which is the installation's administrator. */
type Within = Pick<Ctx, 'territory' | 'today' | 'now'> & { readonly actor: Actor | null }
export type Inviting = Transacting & Within

/** `handOver` is the link when no letter can leave: whoever invites is shown it once and gives it to the person themselves. */
export type Invited = { readonly handOver: string | null }

/**
 * Asks a person to work in the territory. Nothing is looked up or made outside the territory: the answer and the link are the same whether
 * the address has an account or not. An earlier invitation of the person is replaced.
 */
export const invitePerson = (ctx: Inviting, given: Asked, post: Post): Promise<Result<Invited>> =>
  transact(ctx, (tx) => inviteWithin(tx, ctx, given, post))

type Asked = { readonly personId: PersonId; readonly email: string }

/** The same as a part of another deed. Needs the territory in scope; last in the transaction. */
export async function inviteWithin(tx: Tx, ctx: Within, given: Asked, post: Post): Promise<Result<Invited>> {
  const { personId } = given
  const { territory, today, actor } = ctx
  const email = normalEmail(given.email)
  const person = await lockedPerson(tx, ctx, personId)
  if (!person) return refuse({ code: 'notFound' })
  if (actor && !can(actor, 'account.manage', { territoryId: territory.id }))
    return refuse({ code: 'forbidden', permission: 'account.manage' })
  if (!isEmail(email)) return refuseRule('account.emailUnfit', { field: 'email' })
  const work = await workOf(tx, { territory, today, personId })
  const address = await useOf(tx, ctx, personId, email)
  const refusal = whyNotInvite({ inviter: actor ? actor.roles : 'installation', person: { ...person, work }, address })
  if (refusal) return refuse(refusal)

  const token = newInvitationToken(territory)
  await store(tx, ctx, { personId, email, token, handedOver: !post.sendsMail })
  const link = post.origin + paths.invitation({ token })
  if (post.sendsMail) await post.mail(tx, { to: email, ...letters.invitation(territory.name, link) })
  await record(tx, ctx, { kind: 'account.invited', subjectId: personId })
  return ok({ handOver: post.sendsMail ? null : link })
}

async function lockedPerson(tx: Tx, { territory, today }: Within, personId: PersonId) {
  const locked = await tx
    .selectFrom('people')
    .select('id')
    .where((is) => is.and({ territoryId: territory.id, id: personId }))
    .forUpdate()
    .executeTakeFirst()
  if (!locked) return undefined
  const member = await tx
    .selectFrom('memberships')
    .select('personId')
    .where((is) => is.and({ territoryId: territory.id, personId }))
    .executeTakeFirst()
  const { roles } = (await loadActor(tx, territory.id, personId, today, null))!
  return { roles, enters: member !== undefined }
}

/** Whose an address is among the people of this territory. Others are not asked about. */
async function useOf(tx: Tx, { territory }: Within, personId: PersonId, email: string): Promise<AddressUse> {
  const member = await tx
    .selectFrom('memberships as membership')
    .innerJoin('authUsers as account', 'account.id', 'membership.accountId')
    .select('membership.personId')
    .where('membership.territoryId', '=', territory.id)
    .where('membership.personId', '!=', personId)
    .where('account.email', '=', email)
    .executeTakeFirst()
  if (member) return 'ofAnotherMember'
  const invited = await tx
    .selectFrom('invitations')
    .select('personId')
    .where('territoryId', '=', territory.id)
    .where('personId', '!=', personId)
    .where('email', '=', email)
    .where('expiresAt', '>', systemNow())
    .executeTakeFirst()
  return invited ? 'ofAnotherInvited' : 'free'
}

/** One invitation a person; of an address too, where an expired one of somebody else gives way. */
async function store(
  tx: Tx,
  { territory, actor }: Within,
  given: { personId: PersonId; email: string; token: string; handedOver: boolean },
): Promise<void> {
  const { personId, email, token, handedOver } = given
  const createdAt = systemNow()
  await tx
    .deleteFrom('invitations')
    .where('territoryId', '=', territory.id)
    .where((row) =>
      row.or([row('personId', '=', personId), row.and([row('email', '=', email), row('expiresAt', '<=', createdAt)])]),
    )
    .execute()
  await tx
    .insertInto('invitations')
    .values({
      territoryId: territory.id,
      personId,
      email,
      handedOver,
      tokenHash: tokenHash(token),
      invitedBy: actor?.personId ?? null,
      createdAt,
      expiresAt: after(createdAt, invitationSeconds),
    })
    .execute()
}
