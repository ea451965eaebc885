import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { openArchive } from './archive-read.ts'
import { one, writeArchive } from './archive-write.ts'
import { BackupError } from './backup-error.ts'
import { bytesOf } from './folders.ts'
import { isSegment, type Segments, segmentAt } from './log-segments.ts'
import type { Key } from './seal.ts'
import { unpack } from './unpack.ts'

const ofLine = 'logs_'
const closed = '.log'

/** Where what leads on from copies is put away. */
export const lineFolder = (dir: string, line: string): string => path.join(dir, 'logs', line)

type Slot = { readonly name: string; readonly lost: boolean; readonly place: number }

async function slotOf(admin: pg.Client): Promise<Slot | undefined> {
  const { rows } = await admin.query<Slot>(
    `select slot_name as name, coalesce(wal_status = 'lost' or restart_lsn is null, true) as lost, coalesce((restart_lsn - '0/0')::bigint, 0) as place
     from pg_replication_slots where slot_name like $1`,
    [`${ofLine}%`],
  )
  return rows[0]
}

/** The line of logs that is being kept; null when none is. A line has no gaps: one that got a gap ends, and another begins. */
export async function lineOf(admin: pg.Client): Promise<string | null> {
  const slot = await slotOf(admin)
  return slot && !slot.lost ? slot.name.slice(ofLine.length) : null
}

/** Nobody keeps logs any more: the server need not hold them. */
export async function endLine(admin: pg.Client): Promise<void> {
  const slot = await slotOf(admin)
  if (slot) await admin.query('select pg_drop_replication_slot($1)', [slot.name])
}

async function currentLine(admin: pg.Client): Promise<Slot> {
  const slot = await slotOf(admin)
  if (slot && !slot.lost) return slot
  await endLine(admin)
  await admin.query('select pg_create_physical_replication_slot($1, true)', [ofLine + randomBytes(4).toString('hex')])
  return currentLine(admin)
}

type Now = Segments & { readonly place: number }

/**
 * Puts every finished segment of the log away, closed with the key, and lets the server forget it then. The segment under way is ended
 * first, so that what was written until now is safe. Any number of times; a kill in between repeats the last one.
 */
export async function keepLogs(
  admin: pg.Client,
  data: string,
  dir: string,
  key: Key,
  takenAt: Date,
): Promise<{ line: string; kept: number }> {
  const slot = await currentLine(admin)
  const line = slot.name.slice(ofLine.length)
  const folder = lineFolder(dir, line)
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  await admin.query('select pg_switch_wal()')
  const { rows } = await admin.query<Now>(
    `select (pg_current_wal_lsn() - '0/0')::bigint as place, left(pg_walfile_name(pg_current_wal_lsn()), 8) as timeline,
       pg_size_bytes(current_setting('wal_segment_size'))::bigint as bytes`,
  )
  const [now] = rows
  if (!now) throw new Error('the server did not say where its log ends')
  let kept = 0
  for (let at = Math.floor(slot.place / now.bytes) * now.bytes; at + now.bytes <= now.place; at += now.bytes) {
    const name = segmentAt(now, at)
    const file = path.join(folder, name + closed)
    if (!(await exists(file))) {
      const open = () => bytesOf(path.join(data, 'pg_wal', name))
      await writeArchive({ file, key, kind: 'log', takenAt, series: line }, one({ path: name, open }))
      kept++
    }
    await admin.query(`select pg_replication_slot_advance($1, '0/0'::pg_lsn + $2::numeric)`, [slot.name, at + now.bytes])
  }
  return { line, kept }
}

const exists = (file: string) =>
  fs.access(file).then(
    () => true,
    () => false,
  )

/** The names of kept segments of a line, in order. */
export async function keptSegments(folder: string): Promise<string[]> {
  const names = await fs.readdir(folder).catch(() => [])
  return names.filter((name) => name.endsWith(closed) && isSegment(name.slice(0, -closed.length))).sort()
}

/** Opens the kept segments from one on into a folder. */
export async function unpackLogs({
  folder,
  from,
  key,
  to,
}: {
  folder: string
  from: string
  key: Key
  to: string
}): Promise<void> {
  const names = (await keptSegments(folder)).filter((name) => name >= from)
  if (names[0] !== from + closed)
    throw new BackupError(`Журнала ${from} в ${folder} нет: восстановить можно только саму копию, без указания времени.`)
  await fs.mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of names) {
    const archive = await openArchive(path.join(folder, name), key)
    await unpack(archive, (entry) => path.join(to, entry)).finally(() => archive.close())
  }
}

/** With a connection of its own. */
export async function asAdmin<T>(admin: pg.PoolConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(admin)
  client.on('error', () => {})
  await client.connect()
  return work(client).finally(() => client.end())
}
