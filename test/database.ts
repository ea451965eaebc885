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
  drop(): Promise<void>
}

let made = 0

/** An empty, migrated database of its own: a clone of the run's template, in about 100 ms. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const admin = inject('admin')
  const name = `test_${process.pid}_${++made}`
  await asAdmin(`create database ${name} template ${templateName} owner ${ownerRole}`)
  await asAdmin(`revoke all on database ${name} from public`)
  await asAdmin(`grant connect on database ${name} to ${appRole}`)

  const app = { ...admin, database: name, user: appRole }
  const owner = { ...admin, database: name, user: ownerRole }
  const [appPool, ownerPool, adminPool] = [createPool(app), createPool(owner), createPool({ ...admin, database: name })]
  return {
    db: createDb(appPool),
    appPool,
    ownerPool,
    adminPool,
    app,
    owner,
    async drop() {
      await Promise.all([appPool, ownerPool, adminPool].map((pool) => pool.end()))
      await asAdmin(`drop database if exists ${name} with (force)`)
    },
  }
}

/** The database of one file of tests: made before them, dropped after. */
export function ownDatabase(): FreshDatabase {
  let base: FreshDatabase
  beforeAll(async () => {
    base = await freshDatabase()
  })
  afterAll(() => base.drop())
  return new Proxy({} as FreshDatabase, { get: (_, name) => base[name as keyof FreshDatabase] })
}

async function asAdmin(text: string): Promise<void> {
  const client = new pg.Client({ ...inject('admin'), database: 'postgres' })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
