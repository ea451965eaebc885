import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { createDb, createPool, type Db } from '../src/db/pool.ts'
import { appRole, ownerRole } from '../src/db/supervisor-roles.ts'
import { templateName } from './cluster.ts'

export type FreshDatabase = {
  /** The app's role, as the program uses it. */
  readonly db: Db
  readonly appPool: pg.Pool
  /** The owner of the schema. Row-level security binds it too. */
  readonly ownerPool: pg.Pool
  /** A superuser, past every policy: for looking at what is really stored. */
  readonly adminPool: pg.Pool
  /** How to reach it as each role, for code that makes its own connections. */
  readonly app: pg.PoolConfig
  readonly owner: pg.PoolConfig
  /** Leaves the database where it is. */
  close(): Promise<unknown>
  drop(): Promise<void>
}

let made = 0

/** An empty, migrated database of its own: a clone of the run's template, in about 100 ms. */
export const freshDatabase = (template = templateName): Promise<FreshDatabase> =>
  cloned(`test_${process.pid}_${++made}`, template)

async function cloned(name: string, template: string): Promise<FreshDatabase> {
  const admin = inject('admin')
  await asAdmin(`create database ${name} template ${template} owner ${ownerRole}`)
  await asAdmin(`revoke all on database ${name} from public`)
  await asAdmin(`grant connect on database ${name} to ${appRole}`)

  const app = { ...admin, database: name, user: appRole }
  const owner = { ...admin, database: name, user: ownerRole }
  const [appPool, ownerPool, adminPool] = [createPool(app), createPool(owner), createPool({ ...admin, database: name })]
  const close = () => Promise.all([appPool, ownerPool, adminPool].map((pool) => pool.end()))
  return {
    db: createDb(appPool),
    appPool,
    ownerPool,
    adminPool,
    app,
    owner,
    close,
    async drop() {
      await close()
      await asAdmin(`drop database if exists ${name} with (force)`)
    },
  }
}

/** Another template, filled by whichever file of the run needs it first; the others wait for it and clone it. */
export async function templateOf(name: string, filled: (base: FreshDatabase) => Promise<void>): Promise<string> {
  await withAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    const base = await freshDatabase()
    await filled(base)
    await base.close()
    await admin.query(`alter database ${base.app.database} rename to ${name}`)
  })
  return name
}

/** The database of one file of tests: made before them, dropped after. */
export function ownDatabase(make: () => Promise<FreshDatabase> = freshDatabase): FreshDatabase {
  let base: FreshDatabase
  beforeAll(async () => {
    base = await make()
  }, 120_000)
  afterAll(() => base.drop())
  return new Proxy({} as FreshDatabase, { get: (_, name) => base[name as keyof FreshDatabase] })
}

const asAdmin = (text: string) => withAdmin((admin) => admin.query(text))

async function withAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ ...inject('admin'), database: 'postgres' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
