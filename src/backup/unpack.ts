import { createHash } from 'node:crypto'
import fs, { type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { type Archive, harmSentence, piecesOf } from './archive-read.ts'
import { BackupError } from './backup-error.ts'
import { databaseFolder } from './database-copy.ts'

const nothing = Buffer.alloc(1024 * 1024)

/** Puts the entries of an archive where `placeOf` says. The first entry that is not as it was put in ends it. */
export async function unpack(archive: Archive, placeOf: (entry: string) => string): Promise<void> {
  for (const folder of archive.manifest.folders) await fs.mkdir(placeOf(folder), { recursive: true, mode: 0o700 })
  let file: FileHandle | null = null
  let [hash, at] = [createHash('sha256'), 0]
  try {
    for await (const { entry, bytes, chunk, last } of piecesOf(archive)) {
      const harmed = () => new BackupError(harmSentence(archive.name, { path: entry.path, chunk }))
      if (bytes === null) throw harmed()
      file ??= await create(placeOf(entry.path))
      hash.update(bytes)
      // What is empty in a log stays empty on the disk.
      if (!bytes.equals(nothing.subarray(0, bytes.length))) await file.write(bytes, 0, bytes.length, at)
      at += bytes.length
      if (!last) continue
      await file.truncate(at)
      if (!entry.path.startsWith(databaseFolder)) await file.datasync() // a server that starts from a copy puts its own files on the disk
      await file.close()
      if (hash.digest('hex') !== entry.sha256) throw harmed()
      file = null
      hash = createHash('sha256')
      at = 0
    }
  } finally {
    await file?.close()
  }
}

async function create(place: string): Promise<FileHandle> {
  await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
  return fs.open(place, 'wx', 0o600)
}
