import { tokenHash } from '../../accounts/hashed-tokens.ts'
import { before, idleSeconds } from '../../accounts/session-rules.ts'
import { roleNames } from '../../authz/roles.ts'
import { administrators } from '../../db/administrators.ts'
import type { Db, Tx } from '../../db/pool.ts'
import { installationCode } from '../../db/territories.ts'
import { isId } from '../../kernel/ids.ts'
import type { AccountId, Instant, TerritoryId } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'

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

/** The account that signs in with an address, as it is called. */
export const accountByEmail = (db: Db | Tx, email: string): Promise<{ accountId: AccountId; name: string } | undefined> =>
  db.selectFrom('authUsers').select(['id as accountId', 'name']).where('email', '=', email).executeTakeFirst()

/** Whether this database is a demonstration. A database without the row is not. */
export async function isDemonstration(db: Db | Tx): Promise<boolean> {
  const row = await db.selectFrom('installation').select('demo').executeTakeFirst()
  return row?.demo === true
}

export type DemoChoice = { readonly id: string; readonly label: string; readonly roleLabel: string }
export type DemoTerritory = { readonly code: string; readonly shortName: string; readonly people: readonly DemoChoice[] }

/** Who keeps the demonstration itself: of no territory, so offered beside them. */
export async function demoAdministrators(db: Db | Tx): Promise<DemoTerritory[]> {
  const people = (await administrators(db, { demo: true })).map(({ accountId, name }) => ({
    id: accountId,
    label: name,
    roleLabel: roleNames.installer,
  }))
  return people.length === 0 ? [] : [{ code: installationCode, shortName: 'Вся установка', people }]
}

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

/** The account and the first page behind a button of the demonstration. */
export async function demoPerson(db: Db, id: string): Promise<{ accountId: AccountId; home: string } | undefined> {
  if (!isId(id)) return undefined
  const administrator = (await administrators(db, { demo: true })).find(({ accountId }) => accountId === id)
  if (administrator) return { accountId: administrator.accountId, home: paths.installation({}) }
  const row = await db
    .selectFrom('demoPeople as person')
    .innerJoin('territories as territory', 'territory.id', 'person.territoryId')
    .select(['person.accountId', 'territory.code'])
    .where('person.id', '=', id)
    .executeTakeFirst()
  return row && { accountId: row.accountId, home: paths.tasks({ territory: row.code }) }
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

/** Whether anybody has joined a territory yet. Needs the territory in scope. */
export const somebodyEnters = async (tx: Tx, territoryId: TerritoryId): Promise<boolean> =>
  (await tx.selectFrom('memberships').select('accountId').where('territoryId', '=', territoryId).limit(1).execute()).length > 0
