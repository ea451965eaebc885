import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

const folder = path.join(import.meta.dirname, 'migrations')

/** Tables the app may only add to; and tables it may not write at all. */
const appendOnly = ['history_keys']
const readOnly = [
  'schema_migrations',
  'installation',
  'installation_administrators',
  'copies',
  'history',
  'history_heads',
  'history_witness',
]
/** It may not even read them: it asks a function that is bound to one territory. */
const unreachable = ['search_texts']
/** Functions that do with the owner's rights what the app may not: each of them only adds, or is bound to the territory of the transaction. */
export const definers: readonly string[] = [
  'history_append',
  'history_lock',
  'history_witnessed',
  'search_astray',
  'search_events',
  'search_find',
  'search_public_events',
  'search_rebuild',
]

export type MigrationReport = { applied: string[]; alreadyThere: number }

/**
 * Applies the SQL files that the database has not seen, in order, each in a transaction, under one lock for all processes.
 * Then gives the app's role exactly the rights it needs. Runs as the owner of the schema.
 */
export async function migrate(owner: pg.PoolConfig, appRole: string): Promise<MigrationReport> {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query(`set lock_timeout = '10s'`)
    await client.query('select pg_advisory_lock(7239114)')
    await client.query(
      'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
    )
    const seen = new Set((await client.query<{ name: string }>('select name from schema_migrations')).rows.map((row) => row.name))
    const pending = (await migrationNames()).filter((name) => !seen.has(name))
    for (const name of pending) await applyOne(client, name)
    if (pending.length > 0) await grantRights(client, appRole)
    return { applied: pending, alreadyThere: seen.size }
  } finally {
    await client.end()
  }
}

/** Names of all migrations of this version of the program, in order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
}

/** Names of migrations the database still lacks; asked through any connection that may read. */
export async function missingMigrations(pool: pg.Pool): Promise<string[]> {
  const known = await pool.query<{ name: string }>('select name from schema_migrations').catch((error: { code?: string }) => {
    if (error.code === '42P01') return { rows: [] }
    throw error
  })
  const seen = new Set(known.rows.map((row) => row.name))
  return (await migrationNames()).filter((name) => !seen.has(name))
}

async function applyOne(client: pg.Client, name: string): Promise<void> {
  const text = await readFile(path.join(folder, name), 'utf8')
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into schema_migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed`, { cause: error })
  }
}

/** What the app's role may do with a table: so much, and no more. */
export const rightsOn = (table: string): readonly string[] =>
  unreachable.includes(table)
    ? []
    : readOnly.includes(table)
      ? ['select']
      : appendOnly.includes(table)
        ? ['select', 'insert']
        : ['select', 'insert', 'update', 'delete']

async function grantRights(client: pg.Client, appRole: string): Promise<void> {
  const role = client.escapeIdentifier(appRole)
  const { rows } = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)
  const grants = rows.flatMap(({ name }) => {
    const table = client.escapeIdentifier(name)
    const rights = rightsOn(name).join(', ')
    return [`revoke all on ${table} from ${role}`, ...(rights === '' ? [] : [`grant ${rights} on ${table} to ${role}`])]
  })
  await client.query(
    [
      `grant usage on schema public to ${role}`,
      ...grants,
      ...definers.map((name) => `grant execute on function ${name} to ${role}`),
    ].join(';\n'),
  )
}
