import fs from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import type { Source } from './archive-write.ts'
import { bytesOf, sourcesIn, textBytes } from './folders.ts'
import { type Segments, segmentAt, segmentsBetween } from './log-segments.ts'

/** Where the database lies in an archive. */
export const databaseFolder = 'database'

/** What a copy must not have: the running server's own marks, and what it makes anew when it starts. */
const emptied =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/(?!(archive_status|summaries)$)/
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|backup_manifest|recovery\.signal|standby\.signal)$|(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*)$/
const control = path.join('global', 'pg_control')
const skips = (inside: string) => emptied.test(inside) || leftOut.test(inside) || inside === control

type Began = Segments & { readonly place: number }

/**
 * Copies the data folder of a running server, whose superuser asks: pages that change meanwhile are put right from the log, which goes in
 * as well. A temporary slot keeps the log for as long as the copy lasts; it goes with the connection.
 */
export async function* copyDatabase(admin: pg.Client, data: string, tellFrom: (segment: string) => void): AsyncGenerator<Source> {
  await admin.query(`select pg_create_physical_replication_slot('copy_' || pg_backend_pid(), true, true)`)
  const began = await begin(admin)
  tellFrom(segmentAt(began, began.place))
  yield* sourcesIn(data, databaseFolder, skips)
  yield { path: `${databaseFolder}/global/pg_control`, open: () => bytesOf(path.join(data, control)) }
  const { rows } = await admin.query<{ place: number; label: string; map: string }>(
    `select (lsn - '0/0')::bigint as place, labelfile as label, coalesce(spcmapfile, '') as map from pg_backup_stop(wait_for_archive => false)`,
  )
  const ended = rows[0] ?? { place: began.place, label: '', map: '' }
  yield textSource('backup_label', ended.label)
  if (ended.map) yield textSource('tablespace_map', ended.map)
  for (const name of segmentsBetween(began, began.place, ended.place)) {
    const file = path.join(data, 'pg_wal', name)
    await fs.access(file) // the log that makes the copy whole may not be missing
    yield { path: `${databaseFolder}/pg_wal/${name}`, open: () => bytesOf(file) }
  }
}

async function begin(admin: pg.Client): Promise<Began> {
  const { rows } = await admin.query<Began>(
    `select (at - '0/0')::bigint as place, left(pg_walfile_name(at), 8) as timeline, pg_size_bytes(current_setting('wal_segment_size'))::bigint as bytes
     from pg_backup_start('ploshchadka', fast => true) at`,
  )
  const [began] = rows
  if (!began) throw new Error('the server said nothing of the copy that begins')
  return began
}

const textSource = (name: string, text: string): Source => ({
  path: `${databaseFolder}/${name}`,
  open: async () => textBytes(text),
})
