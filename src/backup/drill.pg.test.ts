import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { territoryFiles } from '../../territories/all.ts'
import { aCheckedFile } from '../../test/factories/files.ts'
import { aPerson, aTerritory, ctxOf } from '../../test/factory.ts'
import { tablesDigest } from '../../test/tables-digest.ts'
import { prepareSchema } from '../cli/open-database.ts'
import { createDb, createPool, type Db } from '../db/pool.ts'
import { type Cluster, startCluster } from '../db/supervisor.ts'
import { transact } from '../db/transact.ts'
import { credentials, fakeS3 } from '../files/s3.fixture.ts'
import { s3Store } from '../files/s3-store.ts'
import { keepFilesIn, storeFiles } from '../files/store.ts'
import { verifyFiles } from '../files/verify.ts'
import { record } from '../history/record.ts'
import { witnessOf } from '../history/witness.ts'
import { ok } from '../kernel/result.ts'
import { loadTerritories } from '../loading/load-territories.ts'
import { checkInvariants } from '../ops/invariants.ts'
import { harmIn, openArchive } from './archive-read.ts'
import { endLine, lineOf } from './logs.ts'
import { prune } from './prune.ts'
import { restoreCopy, restoreSecrets } from './restore.ts'
import { putAway } from './schedule.ts'
import { readKey } from './seal.ts'
import { takeCopy } from './take.ts'

/** An office: its own server, one territory with its papers, a file; and a place for copies. */
const folder = fs.mkdtempSync(path.join(tmpdir(), 'drill-'))
const inside = (name: string) => path.join(folder, name)
const settings = {
  dir: inside('copies'),
  keyFile: inside('key'),
  secretsKeyFile: inside('secrets-key'),
  everyHours: 24,
  keepDays: 30,
}
const office = inside('office')
let cluster: Cluster
let pool: pg.Pool
let db: Db
let admin: pg.Client
const running: Cluster[] = []

beforeAll(async () => {
  fs.chmodSync(folder, 0o755)
  fs.writeFileSync(settings.keyFile, 'k'.repeat(40))
  fs.writeFileSync(settings.secretsKeyFile, 's'.repeat(40))
  keepFilesIn(path.join(office, 'files'))
  cluster = await startCluster({ dir: path.join(office, 'pg') })
  running.push(cluster)
  await prepareSchema(cluster.ownerPool, 'ploshchadka_app')
  pool = createPool(cluster.appPool)
  db = createDb(pool)
  await loadTerritories({ db, files: territoryFiles.slice(0, 1), demo: true })
  await sendFile('отчёт.pdf', '%PDF-1.7 отчёт')
  admin = new pg.Client(cluster.adminPool)
  await admin.connect()
}, 120_000)
afterAll(async () => {
  await admin.end()
  await pool.end()
  for (const one of running) await one.stop()
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function sendFile(name: string, text: string): Promise<void> {
  const territory = await aTerritory(db)
  const ctx = await ctxOf(db, territory, await aPerson(db, territory))
  const file = await aCheckedFile(name, text)
  const kept = await transact(ctx, async (tx) => ok(await storeFiles(tx, ctx, [file])))
  expect(kept.ok).toBe(true)
}

const data = path.join(office, 'pg', 'data')
const witnessFile = path.join(office, 'history-witness')
const copyAt = (at: string, line: string | null = null) =>
  takeCopy(
    settings,
    { engine: 'embedded', admin: cluster.adminPool, data, line, witnessFile },
    { secret: 'the word', 'settings.env': 'A=b\n' },
    new Date(at),
  )

const look = () => witnessOf(db, witnessFile).look(new Date())

function filesIn(dataDir: string): Record<string, string> {
  const found = fs
    .readdirSync(path.join(dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
  return Object.fromEntries(
    found
      .map((one) => path.join(one.parentPath, one.name))
      .filter((file) => !file.includes('.incoming'))
      .map((file) => [path.relative(dataDir, file), fs.readFileSync(file, 'base64')]),
  )
}

/** Without the note that a copy was taken: it is made when the copy is whole. */
async function digestOf(of: pg.PoolConfig): Promise<Record<string, string>> {
  const { 'public.copies': _, ...rest } = await tablesDigest(of)
  return rest
}

async function startRestored(dataDir: string): Promise<Cluster> {
  const restored = await startCluster({ dir: path.join(dataDir, 'pg') })
  running.push(restored)
  return restored
}

const key = () => readKey(settings.keyFile)

describe('a copy taken while the program writes', () => {
  const name = 'ploshchadka-20201129T050000Z'
  const archive = path.join(settings.dir, `${name}.copy`)

  test('is two archives closed with two keys; what was killed before it has been removed', async () => {
    fs.mkdirSync(settings.dir, { recursive: true })
    fs.writeFileSync(path.join(settings.dir, 'ploshchadka-20201128T050000Z.copy.part'), 'half')
    await look()
    const taken = await copyAt('2020-11-29T05:00:00Z')
    expect(taken).toMatchObject({ name: `${name}.copy`, secretsName: `${name}.secrets` })
    expect(fs.readdirSync(settings.dir).sort()).toEqual([`${name}.copy`, `${name}.secrets`])
    const opened = await openArchive(archive, key())
    expect(await harmIn(opened)).toEqual([])
    expect(opened.manifest.database).toMatchObject({ engine: 'embedded', version: '18', line: null })
    expect(opened.manifest.entries.some((one) => one.path.includes('secret'))).toBe(false)
    await opened.close()
    await expect(openArchive(path.join(settings.dir, `${name}.secrets`), key())).rejects.toThrow(/ключ/)
    const { rows } = await admin.query('select name, line, fresh_until from copies')
    expect(rows).toEqual([{ name: `${name}.copy`, line: null, fresh_until: new Date('2020-12-01T05:00:00Z') }])
  })

  test('restored equals original: table by table, file by file; history, invariants and files hold', async () => {
    const [before, files] = [await digestOf(cluster.adminPool), filesIn(office)]
    const seen = fs.readFileSync(witnessFile, 'utf8')
    expect(Object.keys(files)).toHaveLength(1)
    expect(before['public.history']).not.toMatch(/^0 /)
    const dataDir = inside('restored')
    expect(await restoreCopy({ archive, key: key(), dataDir, to: null })).toMatchObject({ engine: 'embedded', files: 1 })
    const restored = await startRestored(dataDir)
    expect(await digestOf(restored.adminPool)).toEqual(before)
    expect(filesIn(dataDir)).toEqual(files)
    const restoredPool = createPool(restored.appPool)
    const restoredDb = createDb(restoredPool)
    try {
      keepFilesIn(path.join(dataDir, 'files'))
      expect(await verifyFiles(restoredDb)).toEqual({ harm: [], files: 1 })
      expect(fs.readFileSync(path.join(dataDir, 'history-witness'), 'utf8')).toBe(seen)
      expect(await checkInvariants(restoredDb, path.join(dataDir, 'history-witness'))).toEqual([])
      const [file = ''] = Object.keys(files)
      fs.appendFileSync(path.join(dataDir, file), ' ')
      expect((await verifyFiles(restoredDb)).harm).toMatchObject([{ id: path.basename(file), what: 'changed' }])
      fs.rmSync(path.join(dataDir, file))
      expect((await verifyFiles(restoredDb)).harm).toMatchObject([{ id: path.basename(file), what: 'missing' }])
    } finally {
      await restoredPool.end()
      keepFilesIn(path.join(office, 'files'))
    }
  })

  test('of people who go on writing: all they were told is kept until it began is there, and no deed is there by half', async () => {
    await admin.query('create table halves_written (n int, half text)')
    const acknowledged: number[] = []
    let writing = true
    const writer = (async () => {
      for (let n = 0; writing; n++) {
        await admin.query(`insert into halves_written values (${n}, 'one'), (${n}, 'other')`)
        acknowledged.push(n)
      }
    })()
    await sleep(100)
    const before = acknowledged.length
    await copyAt('2020-11-29T05:30:00Z')
    writing = false
    await writer
    expect(acknowledged.length).toBeGreaterThan(before)
    const dataDir = inside('written')
    await restoreCopy({ archive: path.join(settings.dir, 'ploshchadka-20201129T053000Z.copy'), key: key(), dataDir, to: null })
    const client = new pg.Client((await startRestored(dataDir)).adminPool)
    await client.connect()
    const { rows } = await client.query<{ n: number; halves: number }>(
      'select n, count(*)::int as halves from halves_written group by n order by n',
    )
    await client.end()
    expect(rows.every((row, n) => row.n === n && row.halves === 2)).toBe(true)
    expect(rows.length).toBeGreaterThanOrEqual(before)
    await admin.query('drop table halves_written')
  })

  test('secrets come back by their own key', async () => {
    const dataDir = inside('with-secrets')
    const put = await restoreSecrets(path.join(settings.dir, `${name}.secrets`), readKey(settings.secretsKeyFile), dataDir)
    expect(put.map((file) => fs.readFileSync(file, 'utf8'))).toEqual(['the word', 'A=b\n'])
    expect(fs.statSync(path.join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  })

  test('a place with data, an archive of secrets and a damaged one are refused, and the place stays as it was', async () => {
    const dataDir = inside('refused')
    const restoring = (file: string) => restoreCopy({ archive: file, key: key(), dataDir, to: null })
    await expect(restoreCopy({ archive, key: key(), dataDir: office, to: null })).rejects.toThrow(/не пуста/)
    const secrets = {
      archive: path.join(settings.dir, `${name}.secrets`),
      key: readKey(settings.secretsKeyFile),
      dataDir,
      to: null,
    }
    await expect(restoreCopy(secrets)).rejects.toThrow(/нет базы и файлов/)
    await expect(restoreCopy({ archive, key: key(), dataDir, to: 'latest' })).rejects.toThrow(/снята без журнала/)

    const damaged = path.join(settings.dir, 'damaged')
    for (const part of ['database/base/', 'database/global/pg_control', 'database/pg_wal/', 'database/backup_label', 'files/']) {
      const { manifest, close } = await openArchive(archive, key())
      await close()
      const entry = manifest.entries.find((one) => one.path.startsWith(part))
      const chunk = Math.floor((entry?.at ?? 0) / (1024 * 1024))
      const at = manifest.chunks.slice(0, chunk).reduce((sum, length) => sum + length, 100)
      const bytes = fs.readFileSync(archive)
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      fs.writeFileSync(damaged, bytes)
      const opened = await openArchive(damaged, key())
      expect(await harmIn(opened)).toContainEqual({ path: entry?.path, chunk })
      await opened.close()
      if (!['database/base/', 'files/'].includes(part)) continue // the first and the last: refused at once, and after all else is unpacked
      await expect(restoring(damaged)).rejects.toThrow(/^damaged: повреждён файл .+, кусок \d+\.$/)
      expect(fs.readdirSync(dataDir)).toEqual([])
    }
    fs.rmSync(damaged)
  }, 120_000)

  test('only one copy is taken at a time', async () => {
    await admin.query('select pg_advisory_lock(7411002)')
    await expect(copyAt('2020-11-29T05:00:01Z')).rejects.toThrow(/уже снимает/)
    await admin.query('select pg_advisory_unlock(7411002)')
  })
})

describe('with files in an S3-compatible store', () => {
  test('a copy holds them, and what it brings back is put into a bucket as it is', async () => {
    const [bucket, other] = [await fakeS3(), await fakeS3()]
    try {
      keepFilesIn(path.join(office, 'files'), s3Store({ ...credentials, endpoint: bucket.endpoint }))
      for (const [name, file] of Object.entries(filesIn(office)))
        bucket.objects.set(name.replace('files/', ''), { bytes: Buffer.from(file, 'base64'), at: '2020-11-29T05:00:00.000Z' })
      await sendFile('в хранилище.pdf', '%PDF-1.7 в хранилище')
      expect(bucket.objects.size).toBe(2)
      await copyAt('2020-11-29T05:45:00Z')
      const dataDir = inside('from-store')
      const archive = path.join(settings.dir, 'ploshchadka-20201129T054500Z.copy')
      expect(await restoreCopy({ archive, key: key(), dataDir, to: null })).toMatchObject({ files: 2 })
      const brought = Object.entries(filesIn(dataDir)).map(([name, file]) => [name.replace('files/', ''), file] as const)
      expect(Object.fromEntries(brought)).toEqual(
        Object.fromEntries([...bucket.objects].map(([name, { bytes }]) => [name, bytes.toString('base64')])),
      )
      for (const [name, file] of brought)
        other.objects.set(name, { bytes: Buffer.from(file, 'base64'), at: '2020-11-29T06:00:00.000Z' })
      keepFilesIn(path.join(dataDir, 'files'), s3Store({ ...credentials, endpoint: other.endpoint }))
      const restoredPool = createPool((await startRestored(dataDir)).appPool)
      try {
        expect(await verifyFiles(createDb(restoredPool))).toEqual({ harm: [], files: 2 })
        other.objects.delete(brought[0]![0])
        expect((await verifyFiles(createDb(restoredPool))).harm).toMatchObject([{ what: 'missing' }])
      } finally {
        await restoredPool.end()
      }
    } finally {
      const kept = [...bucket.objects]
      for (const [name, { bytes }] of kept) {
        fs.mkdirSync(path.dirname(path.join(office, 'files', name)), { recursive: true })
        fs.writeFileSync(path.join(office, 'files', name), bytes)
      }
      keepFilesIn(path.join(office, 'files'))
      await Promise.all([bucket.close(), other.close()])
    }
  }, 120_000)
})

describe('kept logs', () => {
  /** Something for the witness to see. */
  async function deed(): Promise<void> {
    const territory = await aTerritory(db)
    const ctx = await ctxOf(db, territory, await aPerson(db, territory))
    const fact = { kind: 'person.changed' as const, subjectId: territory.id, facts: { name: 'А', before: 'Б', fields: [] } }
    await transact(ctx, async (tx) => ok(await record(tx, ctx, fact)))
  }
  /** By how many lines the witness of a restored installation is shorter than the office's, and what verification says. */
  async function witnessIn(name: string): Promise<[number, unknown]> {
    const file = path.join(inside(name), 'history-witness')
    const lines = (of: string) => fs.readFileSync(of, 'utf8').split('\n').length
    const restoredPool = createPool(running.at(-1)?.appPool ?? {})
    const violations = await checkInvariants(createDb(restoredPool), file)
    await restoredPool.end()
    return [lines(witnessFile) - lines(file), violations]
  }
  const keep = async () => {
    const kept = await putAway(settings, { admin: cluster.adminPool, data, witnessFile })
    if (kept === null) throw new Error('somebody else puts the log away')
    return kept
  }
  const now = async () => (await admin.query<{ at: Date }>('select clock_timestamp() as at')).rows[0]?.at ?? new Date(0)
  const namesIn = async (of: Cluster) => {
    const client = new pg.Client(of.adminPool)
    await client.connect()
    const { rows } = await client.query<{ name: string }>('select name from told order by name')
    await client.end()
    return rows.map((row) => row.name)
  }

  test('bring back any moment after the copy, and the end', async () => {
    await admin.query('create table told (name text)')
    const { line } = await keep()
    expect(await lineOf(admin)).toBe(line)
    await copyAt('2020-11-29T06:00:00Z', line)
    await deed()
    await look()
    await admin.query(`insert into told values ('a first')`)
    await sleep(20)
    const between = await now()
    await sleep(20)
    await admin.query(`insert into told values ('b second')`)
    await sendFile('после копии.pdf', '%PDF-1.7 после копии')
    await deed()
    await look()
    expect((await keep()).kept).toBeGreaterThan(0)
    await admin.query(`insert into told values ('c third')`)
    await keep()
    await admin.query(`insert into told values ('d never put away')`)

    const archive = path.join(settings.dir, 'ploshchadka-20201129T060000Z.copy')
    const restoredTo = async (name: string, to: Date | 'latest') => {
      await restoreCopy({ archive, key: key(), dataDir: inside(name), to })
      return namesIn(await startRestored(inside(name)))
    }
    expect(await restoredTo('moment', between)).toEqual(['a first'])
    expect(await witnessIn('moment')).toEqual([1, []])
    expect(await restoredTo('latest', 'latest')).toEqual(['a first', 'b second', 'c third'])
    expect(await witnessIn('latest')).toEqual([0, []])
    expect(filesIn(inside('latest'))).toEqual(filesIn(office))
    expect(Object.keys(filesIn(office))).toHaveLength(3)
    await expect(restoredTo('future', new Date(Date.now() + 86_400_000))).rejects.toThrow(/не доходит до названного времени/)
    expect(fs.readdirSync(inside('future'))).toEqual([])

    const logs = path.join(settings.dir, 'logs', line)
    const second =
      fs
        .readdirSync(logs)
        .filter((name) => name.endsWith('.log'))
        .sort()
        .at(-1) ?? ''
    const bytes = fs.readFileSync(path.join(logs, second))
    bytes.writeUInt8(bytes.readUInt8(80) ^ 1, 80)
    fs.writeFileSync(path.join(logs, second), bytes)
    await expect(restoredTo('damaged', 'latest')).rejects.toThrow(new RegExp(`^${second}: повреждён файл`))
  }, 180_000)

  test('a restored database begins a line of its own; a line that nobody keeps is let go', async () => {
    const restored = running.at(-1)
    const client = new pg.Client(restored?.adminPool)
    await client.connect()
    expect(await lineOf(client)).toBeNull()
    await client.end()
    await endLine(admin)
    expect(await lineOf(admin)).toBeNull()
  })

  test('go when no copy that is left leads on by them', async () => {
    const line = (await keep()).line
    const [old = ''] = fs.readdirSync(path.join(settings.dir, 'logs')).filter((name) => name !== line)
    await copyAt('2100-01-01T06:00:00Z', line)
    expect(await prune(settings, key(), line, new Date('2100-01-01T06:00:01Z'))).toBe(4)
    expect(fs.readdirSync(settings.dir).sort()).toEqual([
      'logs',
      'ploshchadka-21000101T060000Z.copy',
      'ploshchadka-21000101T060000Z.secrets',
    ])
    expect(fs.existsSync(path.join(settings.dir, 'logs', old))).toBe(false)
    expect(fs.readdirSync(path.join(settings.dir, 'logs'))).toEqual([line])
    expect(
      fs.readdirSync(path.join(settings.dir, 'logs', line), { recursive: true }).some((name) => `${name}`.endsWith('.file')),
    ).toBe(false)
    await endLine(admin)
  })
})
