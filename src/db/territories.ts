import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import type pg from 'pg'
import { idOfBytes } from '../kernel/ids.ts'
import type { Day, Instant, TerritoryId } from '../kernel/types.ts'
import { oneRow } from './one-row.ts'
import type { Db, Tx } from './pool.ts'
import type { Territories } from './types.ts'
import { plain } from './words.ts'

type Dictionary = Selectable<Territories>['kinds']

/** Everything that writes the row of a territory. */
const row = (db: Db | Tx, id: TerritoryId) => db.updateTable('territories').where('id', '=', id)

/** The first step of every territory. */
export async function addTerritory(tx: Tx, territory: Insertable<Territories>): Promise<void> {
  await tx.insertInto('territories').values(territory).execute()
}

/** The last step of loading one: from here on it is served. */
export async function noteLoaded(db: Db, id: TerritoryId, at: Instant): Promise<void> {
  await row(db, id).set({ loadedAt: at }).execute()
}

/** Moves the own today of a demonstration territory; the public register tells of another day then. */
export async function moveDemoDay(tx: Tx, id: TerritoryId, to: Day): Promise<void> {
  await row(tx, id).set({ demoToday: to, registerChanges: sql`register_changes + 1` }).execute()
}

/** Notes by which acts the offices of a territory decide; null where they differ. */
export async function noteActKind(tx: Tx, id: TerritoryId, actKind: Territories['actKind']): Promise<void> {
  await row(tx, id).set({ actKind }).execute()
}

/** Keeps the dictionary of a territory; the public register may call what it has otherwise then. */
export async function writeKinds(tx: Tx, id: TerritoryId, kinds: Readonly<Dictionary>): Promise<void> {
  await row(tx, id)
    .set({ kinds: JSON.stringify(kinds), registerChanges: sql`register_changes + 1` })
    .execute()
}

/** The dictionary of a territory, kept from others until the end of the transaction. */
export const lockKinds = async (tx: Tx, id: TerritoryId): Promise<Readonly<Dictionary>> =>
  (await tx.selectFrom('territories').select('kinds').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()).kinds

/** The dictionary of a territory as one value of a larger query. */
export const dictionaryOf = (id: RawBuilder<unknown>) =>
  sql<Dictionary>`(select own.kinds from territories own where own.id = ${id})`

/** Every kind that territories call by words of their own. */
export const everyKind = async (db: Db | Tx): Promise<Readonly<Dictionary>> =>
  (await db.selectFrom('territories').select('kinds').orderBy('code').execute()).flatMap(({ kinds }) => kinds)

/** The installation as a tenant: under an id and a code that no territory can have. */
export const installationId: TerritoryId = idOfBytes(Buffer.alloc(16))
export const installationCode = 'installation'

const hour = 3_600_000

/** Another text whenever the public register may say something else: a territory's part of it has changed, or a day may have begun somewhere. */
export async function registerStamp(db: Db | Tx, now: Instant): Promise<string> {
  const { changes } = await oneRow(db, sql<{ changes: string }>`select sum(register_changes)::text as changes from territories`)
  return `${changes} ${Math.floor(now.getTime() / hour)}`
}

/** Notes how far the calendar has come: everything of that day has been told. */
export async function noteDayRun(tx: Tx, id: TerritoryId, day: Day): Promise<void> {
  await row(tx, id).set({ lastDayRun: day }).execute()
}

/** What was counted of a territory is counted anew. The last thing a deed does: who waits for it here waits only for its end. */
export async function noteChange(tx: Tx, id: TerritoryId): Promise<void> {
  await row(tx, id).set({ changes: sql`changes + 1` }).execute()
}

/** All territories, for what looks through the whole installation. */
export const everyTerritory = (db: Db | Tx): Promise<{ id: TerritoryId; code: string }[]> =>
  db.selectFrom('territories').select(['id', 'code']).orderBy('code').execute()

/** Whose histories there are: of every territory, and of the installation itself. */
export const everyHistory = async (db: Db | Tx): Promise<{ id: TerritoryId; code: string }[]> => [
  ...(await everyTerritory(db)),
  { id: installationId, code: installationCode },
]

/** The same with what deeds of the calendar need to know of them. */
export const territoriesInFull = (db: Db | Tx) =>
  db
    .selectFrom('territories')
    .select(['id', 'code', 'name', 'shortName', 'level', 'region', 'timeZone', 'demoToday', 'actKind', 'kinds', 'createdAt'])
    .orderBy('code')
    .execute()

/** By whose clock a territory lives. */
export const zoneOf = async (tx: Tx, id: TerritoryId): Promise<{ readonly timeZone: string }> =>
  tx.selectFrom('territories').select('timeZone').where('id', '=', id).executeTakeFirstOrThrow()

/** The same for a connection past the program's pool. */
export async function territoryIds(client: Pick<pg.Client, 'query'>): Promise<TerritoryId[]> {
  const { rows } = await client.query<{ id: TerritoryId }>('select id from territories order by id')
  return rows.map(({ id }) => id)
}

/** Whether a column has the code of the territory that is asked for: by the code, or by a part of the name where there are very many. */
export const isTerritory = (code: RawBuilder<unknown>, asked: string): RawBuilder<boolean> =>
  /^[\w-]+$/.test(asked)
    ? sql<boolean>`${code} = ${asked}`
    : sql<boolean>`${code} = any(array(select t.code from territories t
        where strpos(${plain(sql`concat_ws(' ', t.short_name, t.name)`)}, ${plain(sql`${asked}::text`)}) > 0))`
