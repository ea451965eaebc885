import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/db/migrate.ts'
import { startCluster } from '../src/db/supervisor.ts'
import { appRole, prepareDatabase } from '../src/db/supervisor-roles.ts'

export const templateName = 'template_of_tests'

declare module 'vitest' {
  export interface ProvidedContext {
    /** How tests reach the cluster as its superuser. */
    admin: pg.PoolConfig
  }
}

/**
 * One cluster for a whole run, with a migrated template that each test's database is cloned from.
 * TEST_POSTGRES_BINARIES names another PostgreSQL to run the same tests on.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-tests-'))
  fs.chmodSync(dir, 0o755)
  const binaries = process.env.TEST_POSTGRES_BINARIES
  const cluster = await startCluster({ dir: path.join(dir, 'pg'), binaries, settings: { fsync: 'off', max_connections: '120' } })
  await prepareDatabase(cluster.adminPool, templateName)
  await migrate({ ...cluster.ownerPool, database: templateName }, appRole)
  project.provide('admin', cluster.adminPool)
  return async () => {
    await cluster.stop()
    fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  }
}
