import type { Territory } from '../authz/ctx.ts'
import type { Db, Tx } from '../db/pool.ts'
import { read } from '../db/transact.ts'
import type { AccountId, PersonId, TerritoryId } from '../kernel/types.ts'
import type { Membership } from './visitor.ts'

const columns = ['id', 'code', 'name', 'shortName', 'level', 'timeZone', 'demoToday'] as const
const asTerritory = (row: Record<(typeof columns)[number], string | null>) => row as unknown as Territory

/** The territory of an address, by its code. */
export async function territoryByCode(db: Db | Tx, code: string): Promise<Territory | undefined> {
  const row = await db.selectFrom('territories').select(columns).where('code', '=', code).executeTakeFirst()
  return row && asTerritory(row)
}

/** Territories for public choices, sorted by name. */
export async function allTerritories(tx: Db | Tx): Promise<Territory[]> {
  const rows = await tx.selectFrom('territories').select(columns).orderBy('shortName').limit(3000).execute()
  return rows.map(asTerritory)
}

/** The person an account is in a territory; undefined when it does not belong there. Needs both in the transaction's scope. */
export async function memberOf(tx: Tx, territoryId: TerritoryId, accountId: AccountId): Promise<PersonId | undefined> {
  const row = await tx
    .selectFrom('memberships')
    .select('personId')
    .where('territoryId', '=', territoryId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row?.personId as PersonId | undefined
}

/** All territories of an account, for the switcher. Needs the account in the transaction's scope. */
export async function membershipsIn(tx: Tx, accountId: AccountId): Promise<Membership[]> {
  const rows = await tx
    .selectFrom('memberships as m')
    .innerJoin('territories as t', 't.id', 'm.territoryId')
    .select(['t.id', 't.code', 't.name', 't.shortName', 't.level', 't.timeZone', 't.demoToday', 'm.personId'])
    .where('m.accountId', '=', accountId)
    .orderBy('t.shortName')
    .execute()
  return rows.map(({ personId, ...territory }) => ({ territory: asTerritory(territory), personId: personId as PersonId }))
}

/** The same for one who holds no transaction. */
export const membershipsOf = (db: Db, accountId: AccountId): Promise<Membership[]> =>
  read(db, { accountId }, (tx) => membershipsIn(tx, accountId))
