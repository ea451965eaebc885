import fs from 'node:fs/promises'
import path from 'node:path'
import { preparePlace } from '../db/supervisor-place.ts'
import { cutWitness } from '../history/witness.ts'
import { type Archive, openArchive } from './archive-read.ts'
import { BackupError } from './backup-error.ts'
import { databaseFolder } from './database-copy.ts'
import { unpackFiles, unpackWitness } from './kept-files.ts'
import { lineFolder, unpackLogs } from './logs.ts'
import type { DatabaseOfCopy } from './manifest.ts'
import { witnessEntry } from './names.ts'
import { own, recover, type Target } from './recover.ts'
import type { Key } from './seal.ts'
import { unpack } from './unpack.ts'

type Given = {
  readonly archive: string
  readonly key: Key
  /** Where the installation shall live; nothing may be there. */
  readonly dataDir: string
  /** How far to go on along the kept logs; null: as it was when the copy was taken. */
  readonly to: Target | null
}
type Restored = {
  readonly engine: DatabaseOfCopy['engine']
  readonly takenAt: string
  readonly database: string
  readonly files: number
}

/** The secret that every start makes for itself does not count: it is replaced by the one of the copy. */
const madeByStart = new Set(['secret'])

/**
 * Puts a copy into an empty place. Everything is unpacked and compared beside first; what is damaged, torn or closed with another key leaves
 * the place as it was.
 */
export async function restoreCopy({ archive: file, key, dataDir, to }: Given): Promise<Restored> {
  await refuseUsed(dataDir)
  const archive = await openArchive(file, key)
  try {
    const { database, kind, takenAt, entries } = archive.manifest
    if (kind !== 'data' || database === null)
      throw new BackupError(`${archive.name}: в этом архиве нет базы и файлов. Укажите архив с окончанием .copy.`)
    if (to !== null && database.engine === 'server')
      throw new BackupError(
        'Время можно назвать только для встроенной базы; на сервере журнал применяет сам сервер (docs/server.md).',
      )
    await refuseLittleRoom(
      dataDir,
      entries.reduce((sum, { size }) => sum + size, 0),
    )
    const where =
      database.engine === 'embedded'
        ? await putEmbedded(archive, database, { file, key, dataDir, to })
        : await putServer(archive, dataDir)
    return {
      engine: database.engine,
      takenAt,
      database: where,
      files: entries.filter(({ path: name }) => name.startsWith('files/')).length,
    }
  } finally {
    await archive.close()
  }
}

async function refuseUsed(dataDir: string): Promise<void> {
  await fs.mkdir(dataDir, { recursive: true })
  const found = (await fs.readdir(dataDir)).filter((name) => !madeByStart.has(name))
  if (found.length > 0)
    throw new BackupError(
      `Папка ${dataDir} не пуста (${found.join(', ')}): назовите в DATA_DIR пустую, копия не ложится поверх данных.`,
    )
}

async function refuseLittleRoom(dataDir: string, needed: number): Promise<void> {
  const { bavail, bsize } = await fs.statfs(dataDir)
  if (bavail * bsize > needed) return
  const gb = (bytes: number) => (bytes / 1e9).toFixed(1).replace('.', ',')
  throw new BackupError(
    `Не хватает места: копии нужно ${gb(needed)} ГБ, на диске папки ${dataDir} свободно ${gb(bavail * bsize)} ГБ.`,
  )
}

const besideFiles = '.restoring'

async function putEmbedded(
  archive: Archive,
  { line, from }: DatabaseOfCopy,
  { file, key, dataDir, to }: Omit<Given, 'archive'> & { file: string },
): Promise<string> {
  if (to !== null && line === null)
    throw new BackupError('Эта копия снята без журнала: восстановить можно только её саму, без указания времени.')
  const place = preparePlace(path.join(dataDir, 'pg'))
  const [beside, files, logs] = [path.join(place.dir, 'restoring'), path.join(dataDir, besideFiles), path.join(place.dir, 'logs')]
  try {
    await unpack(archive, placing(beside, files))
    if (to !== null && line !== null) {
      const folder = lineFolder(path.dirname(file), line)
      await unpackLogs({ folder, from, key, to: logs })
      await unpackFiles(folder, key, files)
      await unpackWitness(folder, key, files)
      await own(place, logs)
    }
    await fs.rename(beside, place.data)
    const witnessed = await recover(place, to === null ? null : { folder: logs, to })
    await moveFiles(files, dataDir)
    await cutWitness(path.join(dataDir, witnessEntry), witnessed)
    return place.data
  } catch (error) {
    for (const made of [beside, files, place.dir, path.join(dataDir, 'pg')]) await fs.rm(made, { recursive: true, force: true })
    throw error
  } finally {
    await fs.rm(logs, { recursive: true, force: true })
  }
}

/** The data folder of an office's own server: it is put beside, and its administrator lets the server start on it. */
async function putServer(archive: Archive, dataDir: string): Promise<string> {
  const [database, files] = [path.join(dataDir, databaseFolder), path.join(dataDir, besideFiles)]
  try {
    await unpack(archive, placing(database, files))
    await moveFiles(files, dataDir)
    return database
  } catch (error) {
    for (const made of [database, files]) await fs.rm(made, { recursive: true, force: true })
    throw error
  }
}

const placing = (database: string, files: string) => (entry: string) =>
  entry === databaseFolder || entry.startsWith(`${databaseFolder}/`)
    ? path.join(database, entry.slice(databaseFolder.length))
    : path.join(files, entry)

async function moveFiles(from: string, dataDir: string): Promise<void> {
  await fs.mkdir(path.join(from, 'files'), { recursive: true, mode: 0o700 })
  await fs.rename(path.join(from, 'files'), path.join(dataDir, 'files'))
  await fs.rename(path.join(from, witnessEntry), path.join(dataDir, witnessEntry)).catch(() => {}) // a copy of before has none
  await fs.rm(from, { recursive: true })
}

/** Puts the secrets of an installation back; gives the names of what was put. */
export async function restoreSecrets(file: string, key: Key, dataDir: string): Promise<string[]> {
  const archive = await openArchive(file, key)
  try {
    const { kind, entries } = archive.manifest
    if (kind !== 'secrets')
      throw new BackupError(`${archive.name}: в этом архиве нет секретов. Укажите архив с окончанием .secrets.`)
    await fs.mkdir(dataDir, { recursive: true })
    for (const { path: name } of entries) await fs.rm(path.join(dataDir, name), { force: true })
    await unpack(archive, (entry) => path.join(dataDir, entry))
    return entries.map(({ path: name }) => path.join(dataDir, name))
  } finally {
    await archive.close()
  }
}
