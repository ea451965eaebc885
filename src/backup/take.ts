import fs from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { BackupSettings } from '../config.ts'
import { territoryIds } from '../db/territories.ts'
import { copyLock, filesOf, storedFile } from '../files/store.ts'
import { steadyMs } from '../kernel/clock.ts'
import { codeOf } from '../kernel/errors.ts'
import { one, type Source, unfinished, writeArchive } from './archive-write.ts'
import { BackupError } from './backup-error.ts'
import { copyDatabase, databaseFolder } from './database-copy.ts'
import { bytesOf, sourcesIn, textBytes } from './folders.ts'
import type { DatabaseOfCopy } from './manifest.ts'
import { dataName, secretsName, witnessEntry } from './names.ts'
import { freshUntil } from './retention-rules.ts'
import { readKey } from './seal.ts'

/** Where the database comes from: a running server of ours, or a folder that the tools of a server have made; and the witness of its history. */
export type DatabaseSource = { readonly witnessFile: string } & (
  | { readonly engine: 'embedded'; readonly admin: pg.PoolConfig; readonly data: string; readonly line: string | null }
  | { readonly engine: 'server'; readonly owner: pg.PoolConfig; readonly folder: string }
)

type Taken = {
  readonly name: string
  readonly secretsName: string
  readonly bytes: number
  readonly entries: number
  readonly seconds: number
}

/**
 * Takes a copy while the program runs: the database first, then the files, so that no row is without its bytes; secrets go into an archive
 * of their own. Notes in the database that it was taken.
 */
export async function takeCopy(
  settings: BackupSettings,
  from: DatabaseSource,
  secrets: Readonly<Record<string, string>>,
  takenAt: Date,
): Promise<Taken> {
  const began = steadyMs()
  const [key, secretsKey] = [readKey(settings.keyFile), readKey(settings.secretsKeyFile)]
  await prepareFolder(settings.dir)
  const client = new pg.Client(from.engine === 'embedded' ? from.admin : from.owner)
  client.on('error', () => {})
  await client.connect()
  try {
    await claim(client)
    await removeUnfinished(settings.dir)
    let database: DatabaseOfCopy | null = null
    const sources = await databaseSources(client, from, (told) => {
      database = told
    })
    const name = dataName(takenAt)
    const given = { key, takenAt, file: path.join(settings.dir, name) }
    const { bytes, entries } = await writeArchive(
      { ...given, kind: 'data', database: () => database },
      all(sources, one({ path: witnessEntry, open: () => bytesOf(from.witnessFile) }), fileSources(client)),
    )
    const file = path.join(settings.dir, secretsName(takenAt))
    await writeArchive({ key: secretsKey, takenAt, file, kind: 'secrets' }, secretSources(secrets))
    const seconds = Math.round((steadyMs() - began) / 100) / 10
    await note(client, {
      takenAt,
      name,
      bytes,
      seconds,
      line: from.engine === 'embedded' ? from.line : null,
      freshUntil: freshUntil(takenAt, settings.everyHours),
    })
    return { name, secretsName: secretsName(takenAt), bytes, entries, seconds }
  } catch (error) {
    if (codeOf(error) !== 'ENOSPC') throw error
    throw new BackupError(`На диске папки ${settings.dir} кончилось место: освободите его или назовите в BACKUP_DIR другой диск.`)
  } finally {
    await client.end()
  }
}

async function prepareFolder(dir: string): Promise<void> {
  try {
    await fs.mkdir(dir, { recursive: true, mode: 0o700 })
    await fs.access(dir, fs.constants.W_OK)
  } catch (error) {
    throw new BackupError(`Папка для копий ${dir} не годится (${(error as Error).message}): проверьте BACKUP_DIR и права на неё.`)
  }
}

async function claim(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [copyLock])
  if (!rows[0]?.mine) throw new BackupError('Копию уже снимает другой процесс: дождитесь его.')
}

/** What a copy that was killed has left. */
async function removeUnfinished(dir: string): Promise<void> {
  for (const name of await fs.readdir(dir)) if (name.endsWith(unfinished)) await fs.rm(path.join(dir, name), { force: true })
}

type Tell = (database: DatabaseOfCopy) => void

async function databaseSources(client: pg.Client, from: DatabaseSource, tell: Tell): Promise<AsyncIterable<Source>> {
  if (from.engine === 'embedded') {
    const version = await versionIn(from.data)
    const { line, engine } = from
    return copyDatabase(client, from.data, (segment) => tell({ engine, version, line, from: segment }))
  }
  const version = await versionIn(from.folder)
  tell({ engine: 'server', version, line: null, from: '' })
  return sourcesIn(from.folder, databaseFolder, () => false)
}

async function versionIn(folder: string): Promise<string> {
  const text = await fs.readFile(path.join(folder, 'PG_VERSION'), 'utf8').catch(() => {
    throw new BackupError(`В папке ${folder} нет базы PostgreSQL: укажите папку, которую сделала команда pg_basebackup.`)
  })
  return text.trim()
}

/** Bytes of all kept files, wherever they are kept, under the names they have there. */
async function* fileSources(client: pg.Client): AsyncGenerator<Source> {
  for (const id of await territoryIds(client))
    for await (const name of filesOf(id)) yield { path: `files/${id}/${name}`, open: () => storedFile(id, name) }
}

async function* secretSources(secrets: Readonly<Record<string, string>>): AsyncGenerator<Source> {
  for (const [name, text] of Object.entries(secrets)) yield { path: name, open: async () => textBytes(text) }
}

async function* all(...parts: readonly AsyncIterable<Source>[]): AsyncGenerator<Source> {
  for (const part of parts) yield* part
}

type Note = {
  readonly takenAt: Date
  readonly name: string
  readonly bytes: number
  readonly seconds: number
  readonly line: string | null
  readonly freshUntil: Date
}

/** A database of an earlier version has no place for the note: a copy before an upgrade is taken all the same. */
async function note(client: pg.Client, { takenAt, name, bytes, seconds, line, freshUntil: until }: Note): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.copies') is not null as there`)
  if (!rows[0]?.there) return
  const insert = 'insert into copies (taken_at, name, bytes, seconds, line, fresh_until) values ($1, $2, $3, $4, $5, $6)'
  await client.query(insert, [takenAt, name, bytes, seconds, line, until])
}
