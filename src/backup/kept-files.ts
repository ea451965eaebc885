import fs from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { keptSince } from '../files/kept-since.ts'
import { storedFile } from '../files/store.ts'
import { openArchive } from './archive-read.ts'
import { one, writeArchive } from './archive-write.ts'
import { bytesOf } from './folders.ts'
import { witnessEntry } from './names.ts'
import type { Key } from './seal.ts'
import { unpack } from './unpack.ts'

/** Files that were sent since the last copy, each sealed by itself beside the log of its row. */
const folderOf = (line: string) => path.join(line, 'files')
const closed = '.file'
/** A deed that keeps a file ends long before that: so much older a file may be than its row. */
const marginMs = 3_600_000

/** Puts away the files of the rows since a moment, once each. Comes after the log: a row that is in it has its bytes then. */
export async function keepFiles(admin: pg.Client, line: string, key: Key, since: Date, takenAt: Date): Promise<number> {
  let kept = 0
  for (const { territoryId, id } of await keptSince(admin, new Date(since.getTime() - marginMs))) {
    const file = path.join(folderOf(line), territoryId, id + closed)
    if (
      await fs.access(file).then(
        () => true,
        () => false,
      )
    )
      continue
    const bytes = await storedFile(territoryId, id)
    if (bytes === null) continue // taken out of the register meanwhile
    await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    const source = { path: `files/${territoryId}/${id}`, open: async () => bytes }
    await writeArchive({ file, key, kind: 'log', takenAt, series: path.basename(line) }, one(source))
    kept++
  }
  return kept
}

const witnessIn = (line: string) => path.join(line, 'witness')
const changedAt = async (file: string) => (await fs.stat(file).catch(() => null))?.mtimeMs ?? 0

/** Puts the witness of history away when it has gone on. Comes after the log, so that it has seen all of it. */
export async function keepWitness(witnessFile: string, line: string, key: Key, takenAt: Date): Promise<void> {
  if ((await changedAt(witnessFile)) <= (await changedAt(witnessIn(line)))) return
  const source = { path: witnessEntry, open: () => bytesOf(witnessFile) }
  await writeArchive({ file: witnessIn(line), key, kind: 'log', takenAt, series: path.basename(line) }, one(source))
}

/** In place of the witness of the copy, the one that was put away last. */
export async function unpackWitness(line: string, key: Key, to: string): Promise<void> {
  if ((await changedAt(witnessIn(line))) > 0) await unpackOver(witnessIn(line), key, to)
}

async function unpackOver(file: string, key: Key, to: string): Promise<void> {
  const archive = await openArchive(file, key)
  try {
    for (const entry of archive.manifest.entries) await fs.rm(path.join(to, entry.path), { force: true })
    await unpack(archive, (entry) => path.join(to, entry))
  } finally {
    await archive.close()
  }
}

/** Adds the files that were put away to those of a copy. What no row of the restored database knows is swept later, as always. */
export async function unpackFiles(line: string, key: Key, to: string): Promise<void> {
  for (const name of await namesIn(line)) await unpackOver(path.join(folderOf(line), name), key, to)
}

/** Removes those that were sent long enough before a moment: every copy since then has them. */
export async function pruneFiles(line: string, before: Date): Promise<void> {
  for (const name of await namesIn(line))
    if (sentAt(path.basename(name)) < before.getTime() - marginMs) await fs.rm(path.join(folderOf(line), name))
}

async function namesIn(line: string): Promise<string[]> {
  const names = await fs.readdir(folderOf(line), { recursive: true }).catch(() => [])
  return names.filter((name) => name.endsWith(closed))
}

/** An id begins with the millisecond it was made in. */
const sentAt = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
