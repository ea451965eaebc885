// Keeps the database of this release for the next one to be upgraded from:   tsx test/upgrade/keep.ts   (run before the first change after a release)
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { modules } from '../../src/app/modules.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createDb, createPool } from '../../src/db/pool.ts'
import { startCluster } from '../../src/db/supervisor.ts'
import { appRole } from '../../src/db/supervisor-roles.ts'
import { keepFilesIn } from '../../src/files/store.ts'
import { openHistory } from '../../src/history/open-history.ts'
import { systemNow } from '../../src/kernel/clock.ts'
import { install } from '../../src/kit/install.ts'
import { loadTerritories } from '../../src/loading/load-territories.ts'
import { territoryFiles } from '../../territories/all.ts'
import { dumpOf, keep } from './dump.ts'

install(modules)
const folder = fs.mkdtempSync(path.join(tmpdir(), 'release-'))
fs.chmodSync(folder, 0o755)
keepFilesIn(path.join(folder, 'files'))
const cluster = await startCluster({ dir: path.join(folder, 'pg') })
try {
  await migrate(cluster.ownerPool, appRole)
  const pool = createPool(cluster.appPool)
  await openHistory(createDb(pool), path.join(folder, 'history-key'), systemNow())
  await loadTerritories({ db: createDb(pool), files: territoryFiles, demo: true })
  await pool.end()
  const admin = new pg.Client(cluster.adminPool)
  await admin.connect()
  keep(await dumpOf(admin))
  await admin.end()
} finally {
  await cluster.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
