import pg from 'pg'

export const ownerRole = 'ploshchadka_owner'
export const appRole = 'ploshchadka_app'
export const databaseName = 'ploshchadka'

/** Extensions the schema relies on. On a server its administrator creates them once. */
export const extensions = ['btree_gist', 'pg_trgm', 'unaccent', 'pgcrypto'] as const

const roleLock = 7_411_001

/** Creates what is missing of roles and the database; several programs may do so at once. */
export async function prepareDatabase(admin: pg.PoolConfig, database = databaseName): Promise<void> {
  await withClient({ ...admin, database: 'postgres' }, async (client) => {
    await client.query('select pg_advisory_lock($1)', [roleLock])
    await createRole(client, ownerRole)
    await createRole(client, appRole)
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)} owner ${ownerRole}`)
    await closeToOthers(client, database)
    await withClient({ ...admin, database }, createExtensions)
  })
}

async function createRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (!rowCount) await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication`)
}

async function closeToOthers(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database)
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to ${appRole}`)
}

async function createExtensions(client: pg.Client): Promise<void> {
  for (const extension of extensions) await client.query(`create extension if not exists ${extension}`)
  await client.query(`grant usage on schema public to ${appRole}`)
}

async function withClient(config: pg.PoolConfig, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(config)
  client.on('error', () => {}) // the failing query itself reports the lost connection
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
