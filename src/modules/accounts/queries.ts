import { tokenHash } from '../../accounts/hashed-tokens.ts'
import { before, idleSeconds } from '../../accounts/session-rules.ts'
import type { Db, Tx } from '../../db/pool.ts'
import { isId } from '../../kernel/ids.ts'
import type { AccountId, Instant } from '../../kernel/types.ts'

/** The e-mail of the account a link sets a new password for; undefined when it was used, has expired or never was. */
export function resetOfToken(db: Db, token: string, now: Instant): Promise<{ email: string } | undefined> {
  return db
    .selectFrom('passwordResets as reset')
    .innerJoin('authUsers as account', 'account.id', 'reset.accountId')
    .select('account.email')
    .where('reset.tokenHash', '=', tokenHash(token))
    .where('reset.expiresAt', '>', now)
    .executeTakeFirst()
}

/** The e-mail of an account. */
export async function emailOf(db: Db | Tx, accountId: AccountId): Promise<string> {
  return (await db.selectFrom('authUsers').select('email').where('id', '=', accountId).executeTakeFirstOrThrow()).email
}

/** Whether this database is a demonstration. A database without the row is not. */
export async function isDemonstration(db: Db | Tx): Promise<boolean> {
  const row = await db.selectFrom('installation').select('demo').executeTakeFirst()
  return row?.demo === true
}

export type DemoChoice = { readonly id: string; readonly label: string; readonly roleLabel: string }
export type DemoTerritory = { readonly code: string; readonly shortName: string; readonly people: readonly DemoChoice[] }

/** People of the demonstration, by territory. */
export async function demoChoices(db: Db | Tx): Promise<DemoTerritory[]> {
  const rows = await db
    .selectFrom('demoPeople as person')
    .innerJoin('territories as territory', 'territory.id', 'person.territoryId')
    .select(['person.id', 'person.label', 'person.roleLabel', 'territory.code', 'territory.shortName'])
    .orderBy('territory.shortName')
    .orderBy('person.position')
    .execute()
  const territories = new Map<string, DemoTerritory & { people: DemoChoice[] }>()
  for (const { code, shortName, ...person } of rows) {
    const territory = territories.get(code) ?? { code, shortName, people: [] }
    territory.people.push(person)
    territories.set(code, territory)
  }
  return [...territories.values()]
}

/** The account and the territory behind a button of the demonstration. */
export async function demoPerson(db: Db, id: string): Promise<{ accountId: AccountId; code: string } | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('demoPeople as person')
    .innerJoin('territories as territory', 'territory.id', 'person.territoryId')
    .select(['person.accountId', 'territory.code'])
    .where('person.id', '=', id)
    .executeTakeFirst()
  return row && { accountId: row.accountId, code: row.code }
}

export type OpenSession = { readonly id: string; readonly begunAt: Instant; readonly usedAt: Instant }

/** Sessions of an account that are not over, the last used first. */
export async function openSessions(db: Db, accountId: AccountId, now: Instant): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('authSessions')
    .select(['id', 'createdAt', 'updatedAt'])
    .where('userId', '=', accountId)
    .where('expiresAt', '>', now)
    .where('updatedAt', '>', before(now, idleSeconds))
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, createdAt, updatedAt }) => ({ id, begunAt: createdAt, usedAt: updatedAt }))
}
