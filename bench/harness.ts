import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { prepareSchema } from '../src/cli/open-database.ts'
import { createDb, createPool, type Db } from '../src/db/pool.ts'
import { type Cluster, startCluster } from '../src/db/supervisor.ts'
import { appRole } from '../src/db/supervisor-roles.ts'
import { openHistory } from '../src/history/open-history.ts'
import { systemNow } from '../src/kernel/clock.ts'
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

const kept = process.env.BENCH_DATA

/** The folder of the cluster: a fresh one, or the one of `BENCH_DATA`, which is filled once and stays for the next run. */
function dataFolder(): string {
  const dataDir = kept ?? fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-bench-'))
  fs.mkdirSync(dataDir, { recursive: true })
  fs.chmodSync(dataDir, 0o755)
  return dataDir
}

/** The secret of the program; in a kept folder sessions outlive the run. */
function secretOf(dataDir: string): string {
  const file = path.join(dataDir, 'bench-secret')
  if (!fs.existsSync(file)) fs.writeFileSync(file, newSecret())
  return fs.readFileSync(file, 'utf8')
}

/** Runs work on a cluster of its own with the program's tables, and removes it whatever happens unless it is to be kept. */
export async function withBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const dataDir = dataFolder()
  // Statements are counted by the server itself.
  const settings = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.max': '10000' }
  const cluster = await startCluster({ dir: path.join(dataDir, 'pg'), settings })
  const pool = createPool(cluster.appPool)
  const admin = new pg.Pool({ ...cluster.adminPool, max: 2 })
  const guest = new pg.Client(cluster.adminPool) // a program that adopted the cluster leaves it running while somebody is connected
  try {
    await guest.connect()
    await guest.query('create extension if not exists pg_stat_statements')
    await prepareSchema(cluster.ownerPool, appRole)
    const db = createDb(pool)
    await openHistory(db, path.join(dataDir, 'history-key'), systemNow())
    return await work({ dataDir, secret: secretOf(dataDir), cluster, db, admin })
  } finally {
    await Promise.all([pool.end(), admin.end(), guest.end()])
    await cluster.stop()
    if (!kept) fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}
