import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareSchema } from '../cli/open-database.ts'
import { type BackupSettings, type Config, readConfig } from '../config.ts'
import { oneRow } from '../db/one-row.ts'
import { createDb, createPool, type Db } from '../db/pool.ts'
import { type Cluster, startCluster } from '../db/supervisor.ts'
import { keepFilesIn } from '../files/store.ts'
import { systemNow } from '../kernel/clock.ts'
import { openArchive } from './archive-read.ts'
import { type Embedded, embeddedOf } from './embedded.ts'
import { lineOf } from './logs.ts'
import { noFreshCopy } from './queries.ts'
import { copyWhenDue, forgetLogs, keepLogsRunning } from './schedule.ts'
import { readKey } from './seal.ts'

const folder = fs.mkdtempSync(path.join(tmpdir(), 'schedule-'))
const inside = (name: string) => path.join(folder, name)
let [cluster, pool, admin, db]: [Cluster, pg.Pool, pg.Client, Db] = [] as never
let [config, settings, embedded]: [Config, BackupSettings, Embedded] = [] as never
const logged: Readonly<Record<string, string | number>>[] = []

beforeAll(async () => {
  fs.chmodSync(folder, 0o755)
  fs.writeFileSync(inside('key'), 'k'.repeat(40))
  keepFilesIn(inside('office/files'))
  config = readConfig({
    ...{ DATA_DIR: inside('office'), BACKUP_DIR: inside('copies'), BACKUP_KEY_FILE: inside('key') },
    ...{ BACKUP_EVERY_HOURS: '24', BACKUP_KEEP_DAYS: '3' },
  })
  fs.writeFileSync(config.historyKeyFile, `1 ${'h'.repeat(40)}\n`)
  cluster = await startCluster({ dir: inside('office/pg') })
  await prepareSchema(cluster.ownerPool, 'ploshchadka_app')
  pool = createPool(cluster.appPool)
  db = createDb(pool)
  admin = new pg.Client(cluster.adminPool)
  await admin.connect()
  settings = config.backup ?? settings
  embedded = embeddedOf(config, cluster.adminPool) ?? embedded
}, 120_000)
afterAll(async () => {
  await admin.end()
  await pool.end()
  await cluster.stop()
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** What the hourly run does, and what it says in the log of the program. */
async function hour(of: BackupSettings = settings) {
  logged.length = 0
  await copyWhenDue(config, of, embedded, (entry) => logged.push(entry))
  return [...logged]
}
const copies = () =>
  fs
    .readdirSync(settings.dir)
    .filter((name) => name.endsWith('.copy'))
    .sort()
const isAlarmed = async () => (await oneRow(db, sql<{ yes: boolean }>`select ${noFreshCopy(systemNow())} as yes`)).yes
const passes = (hours: number) =>
  admin.query(
    `update copies set taken_at = taken_at - $1 * interval '1 hour', fresh_until = fresh_until - $1 * interval '1 hour'`,
    [hours],
  )

test('the hourly run takes a copy when there is none, then once a day; nobody is alarmed while one is fresh', async () => {
  expect(await isAlarmed()).toBe(true)
  expect(await hour()).toMatchObject([{ event: 'copy', name: expect.stringMatching(/\.copy$/), removed: 0 }])
  const [name = ''] = copies()
  expect(await isAlarmed()).toBe(false)
  expect(await hour()).toEqual([])
  await passes(23)
  expect(await hour()).toEqual([])

  const secrets = await openArchive(path.join(settings.dir, name.replace('.copy', '.secrets')), readKey(inside('key')))
  expect(secrets.manifest.entries.map((entry) => entry.path)).toEqual(['secret', 'settings.env', 'history-key'])
  await secrets.close()
  await passes(2)
  expect(await hour()).toMatchObject([{ event: 'copy' }])
  expect(await isAlarmed()).toBe(false)
})

test('a place for copies that is away is told in the log and tried again; administrators are alarmed when two days have passed', async () => {
  await passes(25)
  fs.writeFileSync(inside('away'), 'not a folder')
  const away = { ...settings, dir: inside('away') }
  expect(await hour(away)).toEqual([{ event: 'copy', fault: expect.stringContaining(`Папка для копий ${away.dir} не годится`) }])
  expect(await isAlarmed()).toBe(false)
  await passes(24)
  expect(await hour({ ...settings, keyFile: inside('no-key') })).toEqual([
    { event: 'copy', fault: expect.stringContaining('Ключ копий') },
  ])
  expect(await isAlarmed()).toBe(true)
  expect(await hour()).toMatchObject([{ event: 'copy' }])
  expect(await isAlarmed()).toBe(false)
})

test('a line of logs that has begun asks for a copy at once; copies that have outlived their days go with the next one', async () => {
  const running = keepLogsRunning(settings, embedded, (entry) => logged.push(entry))
  while ((await lineOf(admin)) === null) await new Promise((resolve) => setTimeout(resolve, 50))
  await running.stop()
  fs.writeFileSync(path.join(settings.dir, 'ploshchadka-20201129T050000Z.copy'), 'old')
  const [said] = await hour()
  expect(said).toMatchObject({ event: 'copy', removed: 1 })
  expect(copies()).not.toContain('ploshchadka-20201129T050000Z.copy')
  const { rows } = await admin.query<{ line: string }>('select line from copies order by taken_at desc limit 1')
  expect(rows).toEqual([{ line: await lineOf(admin) }])
  expect(await hour()).toEqual([])
  await forgetLogs(embedded)
  expect(await lineOf(admin)).toBeNull()
})
