import { sql } from 'kysely'
import type { Territory } from '../authz/ctx.ts'
import type { Membership } from '../authz/visitor.ts'
import type { Db, Tx } from '../db/pool.ts'
import { read, readAt } from '../db/transact.ts'
import type { AccountId } from '../kernel/types.ts'

const columns = ['id', 'code', 'name', 'shortName', 'level', 'timeZone', 'demoToday', 'actKind', 'kinds'] as const

/** The territory of an address, by its code. */
export async function territoryByCode(db: Db | Tx, code: string): Promise<Territory | undefined> {
  return db.selectFrom('territories').select(columns).where('code', '=', code).executeTakeFirst()
}

/** Territories for public choices, sorted by name. */
export async function allTerritories(tx: Db | Tx): Promise<Territory[]> {
  return tx.selectFrom('territories').select(columns).orderBy('shortName').execute()
}

/** What a page of a territory begins with. */
export type Entered = { readonly territory: Territory; readonly changes: number }

/** Runs queries of one page of the territory of an address, with the territory and the account in scope; undefined when there is no such territory. */
export const readTerritory = <T>(db: Db, code: string, accountId: AccountId, work: (tx: Tx, found?: Entered) => Promise<T>) => {
  const columns = sql`t.id, t.code, t.name, t.short_name, t.level, t.time_zone, t.demo_today, t.act_kind, t.kinds, t.changes`
  return readAt<Territory & { changes: number }, T>(db, { code, columns, accountId }, (tx, row) => {
    if (!row) return work(tx)
    const { changes, ...territory } = row
    return work(tx, { territory, changes })
  })
}

/** All territories of an account. */
export const membershipsOf = (db: Db, accountId: AccountId): Promise<Membership[]> =>
  read(db, { accountId }, async (tx) => {
    const rows = await tx
      .selectFrom('memberships as m')
      .innerJoin('territories as t', 't.id', 'm.territoryId')
      .select([
        't.id',
        't.code',
        't.name',
        't.shortName',
        't.level',
        't.timeZone',
        't.demoToday',
        't.actKind',
        't.kinds',
        'm.personId',
      ])
      .where('m.accountId', '=', accountId)
      .orderBy('t.shortName')
      .execute()
    return rows.map(({ personId, ...territory }) => ({ territory, personId }))
  })

/** As much of them as the switcher shows, as one value of a larger query. Needs the account in the transaction's scope. */
export const switcherOf = (accountId: AccountId | null) => sql<readonly Switch[]>`coalesce((
  select json_agg(json_build_object('id', t.id, 'code', t.code, 'shortName', t.short_name) order by t.short_name)
  from memberships m join territories t on t.id = m.territory_id where m.account_id = ${accountId}), '[]')`
export type Switch = Pick<Territory, 'id' | 'code' | 'shortName'>
