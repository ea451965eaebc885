import type pg from 'pg'
import type { Config } from '../config.ts'
import { type MigrationReport, migrate, missingMigrations } from '../db/migrate.ts'
import { createDb, createPool, type Db } from '../db/pool.ts'
import { assertKeepsData, assertSafeTables } from '../db/safe-base.ts'
import { assertSafeRole } from '../db/safe-role.ts'
import { startCluster } from '../db/supervisor.ts'
import { appRole } from '../db/supervisor-roles.ts'
import { openHistory } from '../history/open-history.ts'
import { installQueues } from '../jobs/boss.ts'
import { systemNow } from '../kernel/clock.ts'
import type { Readers } from '../web/deps.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Say } from './say.ts'

export type OpenDatabase = {
  readonly db: Db
  readonly pool: pg.Pool
  readonly readers: Readers
  /** For parts that keep connections of their own, in the program's role. */
  readonly app: pg.PoolConfig
  /** For parts that change the schema; null on a server whose owner's address was not given. */
  readonly owner: pg.PoolConfig | null
  /** The superuser of the program's own server, for copies; null on a server. */
  readonly admin: pg.PoolConfig | null
  /** The name of the program's role. */
  readonly appRole: string
}

/** The database cannot be used as it is. The message is a Russian sentence. */
export class DatabaseError extends Error {}

/** Opens the database the settings name: starts and migrates the embedded one, examines a server's. Closed again by the lifecycle. */
export async function openDatabase(config: Config, lifecycle: Lifecycle, say: Say): Promise<OpenDatabase> {
  const access = await databaseAccess(config, lifecycle, say)
  const pool = createPool({ ...access.app, max: config.connections })
  lifecycle.onStop('соединения с базой', () => pool.end())
  if (config.database.kind === 'embedded') await prepareSchema(access.owner!, access.appRole)
  else await examine(pool, config.database.url)
  await assertSafeTables(pool)
  await assertKeepsData(pool)
  const db = createDb(pool, config.longestLine)
  await openHistory(db, config.historyKeyFile, systemNow())
  return { ...access, pool, db, readers: await openReaders(config, access.app, db, lifecycle) }
}

/** Public pages are read from the replica when there is one; tables on two connections of their own, for which strangers do not wait. */
async function openReaders({ readUrl, ...config }: Config, app: pg.PoolConfig, db: Db, lifecycle: Lifecycle): Promise<Readers> {
  const open = (settings: pg.PoolConfig) => {
    const pool = createPool({ ...(readUrl ? { connectionString: readUrl } : app), ...settings })
    lifecycle.onStop('соединения для чтения', () => pool.end())
    return pool
  }
  const tables = createDb(open({ max: tablesAtOnce }), 0)
  if (!readUrl) return { pages: db, tables }
  const replica = open({ max: config.connections })
  await examineRole(replica, readUrl, 'DATABASE_READ_URL')
  return { pages: createDb(replica, config.longestLine), tables }
}
const tablesAtOnce = 2

/** Brings the tables and the queues to this version of the program. */
export async function prepareSchema(owner: pg.PoolConfig, appRole: string): Promise<MigrationReport> {
  const report = await migrate(owner, appRole)
  await installQueues(owner, appRole)
  return report
}

type Access = Pick<OpenDatabase, 'app' | 'owner' | 'admin' | 'appRole'>

/** Addresses and roles alone, with the embedded server running. */
export async function databaseAccess(config: Config, lifecycle: Lifecycle, say: Say): Promise<Access> {
  if (config.database.kind === 'server') {
    const { url, ownerUrl } = config.database
    return {
      app: { connectionString: url },
      owner: ownerUrl ? { connectionString: ownerUrl } : null,
      admin: null,
      appRole: userOf(url),
    }
  }
  const cluster = await startCluster({ dir: config.database.dir, report: say })
  lifecycle.onStop('PostgreSQL', () => cluster.stop())
  return { app: cluster.appPool, owner: cluster.ownerPool, admin: cluster.adminPool, appRole }
}

async function examineRole(pool: pg.Pool, url: string, variable: string): Promise<void> {
  try {
    await pool.query('select 1')
  } catch (error) {
    throw new DatabaseError(connectionSentence(error as { code?: string }, url, variable), { cause: error })
  }
  await assertSafeRole(pool, variable)
}

async function examine(pool: pg.Pool, url: string): Promise<void> {
  await examineRole(pool, url, 'DATABASE_URL')
  const missing = await missingMigrations(pool)
  if (missing.length === 0) return
  throw new DatabaseError(`В базе нет изменений этой версии программы (${missing[0]}): выполните node dist/src/main.js migrate.`)
}

/** Whether the server was not reached or did not let us in, as against a fault of a query. */
export const isConnectionFault = (error: { code?: string }) =>
  /^(E[A-Z]+|08...|28...|3D...|57P..)$/.test(error.code ?? 'ETIMEDOUT')

/** Why a server did not let us in, and what to do about it. Says nothing of the password. */
export function connectionSentence(error: { code?: string; message?: string }, url: string, variable: string): string {
  const { host, pathname } = new URL(url)
  if (error.code === '28P01' || error.code === '28000') {
    return `База данных не приняла роль «${userOf(url)}»: проверьте имя и пароль в ${variable}.`
  }
  if (error.code === '3D000') return `На сервере ${host} нет базы «${pathname.slice(1)}»: создайте её или поправьте ${variable}.`
  if (error.code === '42501')
    return `Роли «${userOf(url)}» не разрешено входить в базу «${pathname.slice(1)}»: дайте ей право CONNECT.`
  return `База данных ${host} не отвечает (${error.code ?? error.message}): проверьте, что сервер запущен, и адрес в ${variable}.`
}

const userOf = (url: string) => decodeURIComponent(new URL(url).username)
