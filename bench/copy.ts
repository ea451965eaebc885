import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asAdmin, endLine } from '../src/backup/logs.ts'
import { restoreCopy } from '../src/backup/restore.ts'
import { putAway } from '../src/backup/schedule.ts'
import { readKey } from '../src/backup/seal.ts'
import { takeCopy } from '../src/backup/take.ts'
import { steadyMs, systemNow } from '../src/kernel/clock.ts'
import { newSecret } from '../src/kernel/ids.ts'
import { atMost, type Figure, mb, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'
import { startProgram } from './program.ts'

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
/** The log is put away so often. */
const logEveryMs = 60_000

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = steadyMs()
  const value = await work()
  return { value, ms: steadyMs() - began }
}

/** How much of the work is lost when the disk goes (RPO), and how long until people work again on an empty machine (RTO). */
export async function benchCopy(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-copy-'))
  fs.chmodSync(folder, 0o755)
  const inside = (name: string) => path.join(folder, name)
  const [dir, keyFile, dataDir] = [inside('copies'), inside('key'), inside('restored')]
  fs.writeFileSync(keyFile, newSecret())
  const settings = { dir, keyFile, secretsKeyFile: keyFile, everyHours: 24, keepDays: 30 }
  const [key, admin, data] = [readKey(keyFile), bench.cluster.adminPool, path.join(bench.dataDir, 'pg', 'data')]
  const office = { admin, data, witnessFile: path.join(bench.dataDir, 'history-witness') }
  try {
    const line = (await putAway(settings, office))?.line ?? null
    const before = process.memoryUsage().rss
    const copy = await timed(() => takeCopy(settings, { engine: 'embedded', ...office, line }, {}, systemNow()))
    const memory = process.memoryUsage().rss - before
    await bench.admin.query('create table bench_written as select n, repeat(md5(n::text), 4) from generate_series(1, 200000) n')
    const log = await timed(() => putAway(settings, office))
    await bench.admin.query('drop table bench_written')
    const archive = path.join(dir, copy.value.name)
    const restored = await timed(() => restoreCopy({ archive, key, dataDir, to: 'latest' }))
    fs.copyFileSync(path.join(bench.dataDir, 'history-key'), path.join(dataDir, 'history-key'))
    const program = await startProgram({ ...bench, dataDir })
    await program.stop()
    const { rows } = await bench.admin.query<{ size: string }>('select pg_database_size(current_database()) as size')
    return {
      title: 'A copy and back',
      figures: [
        atMost('lost at most when the disk goes (RPO)', logEveryMs + log.ms, 2 * logEveryMs, seconds),
        atMost(
          'from an empty folder to the first page, kept logs included (RTO)',
          restored.ms + program.startedInMs,
          600_000,
          seconds,
        ),
        atMost('memory while the copy is taken grows by', memory, 150 * 1024 * 1024, mb),
        toKnow('database', mb(Number(rows[0]?.size))),
        toKnow('copy taken in', seconds(copy.ms)),
        toKnow('archive', mb(copy.value.bytes)),
        toKnow('log of 200,000 rows put away in', seconds(log.ms)),
      ],
    }
  } finally {
    await asAdmin(admin, endLine)
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
