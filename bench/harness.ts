import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { prepareSchema } from '../src/cli/open-database.ts'
import { createDb, createPool, type Db } from '../src/db/pool.ts'
import { type Cluster, startCluster } from '../src/db/supervisor.ts'
import { appRole } from '../src/db/supervisor-roles.ts'
import { newSecret } from '../src/kernel/ids.ts'

/** A filled database of its own in a temporary folder, where the built program can be started on it. */
export type Bench = {
  readonly dataDir: string
  readonly secret: string
  readonly cluster: Cluster
  /** The app's role, as the program uses it. */
  readonly db: Db
  /** Past every policy; for filling and looking. */
  readonly admin: pg.Pool
}

/** Runs work on a fresh cluster with the program's tables, and removes it whatever happens. */
export async function withBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const dataDir = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-bench-'))
  fs.chmodSync(dataDir, 0o755)
  // Statements are counted by the server itself.
  const settings = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.max': '10000' }
  const cluster = await startCluster({ dir: path.join(dataDir, 'pg'), settings })
  const pool = createPool(cluster.appPool)
  const admin = new pg.Pool({ ...cluster.adminPool, max: 2 })
  const guest = new pg.Client(cluster.adminPool) // a program that adopted the cluster leaves it running while somebody is connected
  try {
    await guest.connect()
    await guest.query('create extension pg_stat_statements')
    await prepareSchema(cluster.ownerPool, appRole)
    return await work({ dataDir, secret: newSecret(), cluster, db: createDb(pool), admin })
  } finally {
    await Promise.all([pool.end(), admin.end(), guest.end()])
    await cluster.stop()
    fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}
