import { sql } from 'kysely'
import { tokenHash } from '../../accounts/hashed-tokens.ts'
import type { Territory } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Db, Tx } from '../../db/pool.ts'
import { read } from '../../db/transact.ts'
import { newSecret } from '../../kernel/ids.ts'
import type { AccountId, Day, Instant, PersonId } from '../../kernel/types.ts'
import { territoryByCode } from '../../web/territories.ts'
import { type Answering, doorOf, type Work } from './identity-rules.ts'

/** A link names its territory, so that nobody has to look for it in all of them. */
export const newInvitationToken = (territory: Pick<Territory, 'code'>): string => `${territory.code}.${newSecret()}`

/** The territory that a link names. */
export const territoryOfToken = (db: Db, token: string): Promise<Territory | undefined> =>
  territoryByCode(db, token.slice(0, token.indexOf('.')))

export type Invitation = {
  readonly territory: Territory
  readonly personId: PersonId
  readonly name: string
  readonly email: string
  readonly handedOver: boolean
  readonly expiresAt: Instant
  readonly invitedBy: PersonId | null
  readonly work: Work
  /** Who signs in with the address; null when nobody does. */
  readonly accountId: AccountId | null
}

/** What a link leads to; locked when it is about to be answered. Needs the territory in scope. */
export async function invitationByToken(
  tx: Tx,
  given: { territory: Territory; today: Day; token: string; lock?: boolean },
): Promise<Invitation | undefined> {
  const { territory, today, token, lock = false } = given
  const row = await tx
    .selectFrom('invitations as invitation')
    .innerJoin('people as person', (join) =>
      join.onRef('person.territoryId', '=', 'invitation.territoryId').onRef('person.id', '=', 'invitation.personId'),
    )
    .select(['invitation.personId', 'invitation.email', 'invitation.handedOver', 'invitation.expiresAt', 'invitation.invitedBy'])
    .select((select) =>
      select.fn<string>('concat_ws', [select.val(' '), 'person.familyName', 'person.givenName', 'person.patronymic']).as('name'),
    )
    .where((is) => is.and({ 'invitation.territoryId': territory.id, 'invitation.tokenHash': tokenHash(token) }))
    .$if(lock, (query) => query.forUpdate('invitation'))
    .executeTakeFirst()
  if (!row) return undefined
  const owner = await tx.selectFrom('authUsers').select('id').where('email', '=', row.email).executeTakeFirst()
  return {
    ...row,
    territory,
    personId: row.personId,
    invitedBy: row.invitedBy,
    work: await workOf(tx, { territory, today, personId: row.personId }),
    accountId: owner?.id ?? null,
  }
}

/** The same for a page. */
export async function openedInvitation(db: Db, token: string, today: (territory: Territory) => Day) {
  const territory = await territoryOfToken(db, token)
  if (!territory) return undefined
  return read(db, { territoryId: territory.id }, (tx) => invitationByToken(tx, { territory, today: today(territory), token }))
}

/** The question of the rules about an invitation that was found, or was not. */
export function answeringOf(invitation: Invitation | undefined, visitor: AccountId | null, now: Instant): Answering {
  return {
    invitation: !invitation ? 'gone' : invitation.expiresAt <= now ? 'expired' : 'open',
    handedOver: invitation?.handedOver ?? false,
    work: invitation?.work ?? 'none',
    account: (invitation?.accountId ?? null) !== null,
    visitor: visitor === null ? 'stranger' : visitor === invitation?.accountId ? 'owner' : 'another',
  }
}

export const doorFor = (...given: Parameters<typeof answeringOf>) => doorOf(answeringOf(...given))

/** Whether anything a person does in the territory goes on or is to begin. Needs the territory in scope. */
export async function workOf(
  tx: Tx,
  { territory, today, personId }: { territory: Pick<Territory, 'id'>; today: Day; personId: PersonId },
): Promise<Work> {
  return (
    await oneRow(
      tx,
      sql<{ work: Work }>`
    select case when count(*) = 0 then 'none' when bool_or(ends_on is null or ends_on >= ${today}) then 'going' else 'ended' end as work
    from (
      select ends_on from posts where territory_id = ${territory.id} and person_id = ${personId}
      union all select ends_on from role_grants where territory_id = ${territory.id} and person_id = ${personId}
      union all select ends_on from appointments where territory_id = ${territory.id} and person_id = ${personId}
      union all select ends_on from experts where territory_id = ${territory.id} and person_id = ${personId}
    ) as periods`,
    )
  ).work
}
