import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCluster } from '../../src/db/supervisor.ts'
import { steadyMs } from '../../src/kernel/clock.ts'
import { tablesDigest } from '../tables-digest.ts'
import { aProgram, type Program } from './program.ts'

const rows = Number(process.env.COPY_ROWS ?? 1_000_000)
const folder = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-copies-'))
const inside = (name: string) => path.join(folder, name)
const copies = { BACKUP_DIR: inside('copies'), BACKUP_KEY_FILE: inside('key') }
let program: Program

beforeAll(async () => {
  fs.chmodSync(folder, 0o755)
  fs.writeFileSync(inside('key'), 'k'.repeat(40))
  program = await aProgram(copies)
  await program.start()
  await withDatabase(program.dataDir, async (admin) => {
    const client = new pg.Client(admin)
    await client.connect()
    await client.query(
      `insert into people (territory_id, id, family_name, given_name, gender, created_at)
       select t.id, gen_random_uuid(), 'Пробная ' || n, 'Анна', 'female', now() from generate_series(1, ${rows}) n, (select id from territories limit 1) t`,
    )
    await client.end()
  })
}, 600_000)
afterAll(async () => {
  await program.stop()
  program.remove()
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function withDatabase<T>(dataDir: string, work: (admin: pg.PoolConfig) => Promise<T>): Promise<T> {
  const cluster = await startCluster({ dir: path.join(dataDir, 'pg') })
  return work(cluster.adminPool).finally(() => cluster.stop())
}

/** Tables of people's work; what the program notes for itself while it runs is left out. */
async function digestOf(dataDir: string): Promise<Record<string, string>> {
  const { 'public.copies': _, 'public.history_witness': __, ...digest } = await withDatabase(dataDir, tablesDigest)
  return digest
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = steadyMs()
  return [await work(), Math.round((steadyMs() - began) / 100) / 10]
}

test('a copy of a large installation, taken while it runs, restores it whole: every table, every file, chain and invariants', async () => {
  const before = await digestOf(program.dataDir)
  const [taken, takenIn] = await timed(() => program.command('backup'))
  expect([taken.code, taken.text]).toEqual([0, expect.stringContaining('Копия снята')])
  expect(program.alive()).toBe(true)
  const names = fs.readdirSync(copies.BACKUP_DIR)
  const [data, secrets] = ['.copy', '.secrets'].map((end) =>
    path.join(copies.BACKUP_DIR, names.find((name) => name.endsWith(end)) ?? ''),
  )
  const [verified, verifiedIn] = await timed(() => program.command('verify', data!))
  expect([verified.code, verified.text]).toEqual([
    0,
    expect.stringMatching(/все файлы целы[\s\S]+Файлы целы[\s\S]+Данные целы[\s\S]+и проверена/),
  ])
  await program.stop()

  const place = { DATA_DIR: inside('restored') }
  const [restored, restoredIn] = await timed(() => program.commandWith(place, 'restore', data!, secrets!))
  expect([restored.code, restored.text]).toEqual([0, expect.stringContaining('Секреты восстановлены')])
  expect(await digestOf(place.DATA_DIR)).toEqual(before)
  expect(fs.readFileSync(path.join(place.DATA_DIR, 'secret'))).toEqual(fs.readFileSync(path.join(program.dataDir, 'secret')))
  expect(await program.commandWith(place, 'verify')).toMatchObject({ code: 0 })
  expect(await program.commandWith(place, 'restore', data!)).toMatchObject({ code: 1, text: expect.stringContaining('не пуста') })

  const bytes = fs.readFileSync(data!)
  bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000)
  fs.writeFileSync(data!, bytes)
  expect(await program.command('verify', data!)).toMatchObject({
    code: 1,
    text: expect.stringMatching(/повреждён файл database\/.+, кусок 1\./),
  })
  const size = Math.round(fs.statSync(data!).size / 1e6)
  process.stdout.write(
    `rows ${rows}: copied in ${takenIn} s (${size} MB), restored in ${restoredIn} s, verified by a restore in ${verifiedIn} s\n`,
  )
}, 600_000)
