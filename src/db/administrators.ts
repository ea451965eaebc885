import { sql } from 'kysely'
import type { AccountId, Instant } from '../kernel/types.ts'
import type { Db, Tx } from './pool.ts'

/** Who keeps the installation itself. */
export type Administrator = { readonly accountId: AccountId; readonly name: string }

/** The administrator an account is; undefined for everybody else. */
export const administratorOf = (db: Db | Tx, accountId: AccountId): Promise<Administrator | undefined> =>
  db.selectFrom('installationAdministrators').select(['accountId', 'name']).where('accountId', '=', accountId).executeTakeFirst()

/** Whether an account is one, as one value of a larger query. */
export const isAdministrator = (accountId: AccountId | null) =>
  sql<boolean>`exists (select from installation_administrators a where a.account_id = ${accountId})`

/** All of them, by name; of a demonstration only its invented ones. */
export const administrators = (db: Db | Tx, { demo }: { demo?: true } = {}): Promise<Administrator[]> =>
  db
    .selectFrom('installationAdministrators')
    .select(['accountId', 'name'])
    .$call((query) => (demo ? query.where('demo', '=', true) : query))
    .orderBy('name')
    .execute()

/** Makes an account one of them, as the owner of the schema: the program's own role cannot. False when it is one already. */
export async function addAdministrator(owner: Tx, given: Administrator & { since: Instant; demo?: true }): Promise<boolean> {
  const row = { ...given, demo: given.demo === true }
  const added = await owner
    .insertInto('installationAdministrators')
    .values(row)
    .onConflict((on) => on.doNothing())
    .returning('accountId')
    .executeTakeFirst()
  return added !== undefined
}

/** Takes the right away again, as the owner of the schema. False when the account had none. */
export async function dropAdministrator(owner: Tx, accountId: AccountId): Promise<boolean> {
  const dropped = await owner
    .deleteFrom('installationAdministrators')
    .where('accountId', '=', accountId)
    .returning('accountId')
    .executeTakeFirst()
  return dropped !== undefined
}
