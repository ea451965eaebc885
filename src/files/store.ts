import { constants } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Ctx } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'
import { isId, newId } from '../kernel/ids.ts'
import type { FileId, Instant, TerritoryId } from '../kernel/types.ts'
import type { CheckedFile } from './check.ts'

let folder: string | null = null

/** Says once, at the start of the program, where files are kept: a folder outside of everything the web server shows. */
export function keepFilesIn(dir: string): void {
  folder = dir
}

function folderOf(territoryId: TerritoryId): string {
  if (folder === null) throw new Error('keepFilesIn has not been called')
  return path.join(folder, territoryId)
}
const placeOf = (territoryId: TerritoryId, id: string) => path.join(folderOf(territoryId), id)
const temporary = '.part'

/**
 * Keeps files of a deed and their rows, in the transaction of the deed. The bytes are on the disk before the row: if the transaction fails,
 * an orphan stays and `sweepOrphans` takes it away.
 */
export async function storeFiles(tx: Tx, ctx: Ctx, files: readonly CheckedFile[]): Promise<FileId[]> {
  const ids: FileId[] = []
  for (const file of files) {
    const id = newId<FileId>()
    await write(ctx.territory.id, id, file.bytes)
    await tx
      .insertInto('files')
      .values({
        territoryId: ctx.territory.id,
        id,
        name: file.name,
        mediaType: file.mediaType,
        size: file.bytes.length,
        sha256: file.sha256,
        uploadedBy: ctx.actor.personId,
        uploadedAt: ctx.now,
      })
      .execute()
    ids.push(id)
  }
  return ids
}

async function write(territoryId: TerritoryId, id: string, bytes: Uint8Array): Promise<void> {
  const dir = folderOf(territoryId)
  await fs.mkdir(dir, { recursive: true, mode: 0o700 })
  const place = placeOf(territoryId, id)
  const file = await fs.open(place + temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await fs.rename(place + temporary, place)
  const directory = await fs.open(dir, constants.O_RDONLY)
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** Opens the bytes of a kept file. The caller has made sure that the reader may have them. */
export const openFile = (territoryId: TerritoryId, id: FileId): Promise<fs.FileHandle> => fs.open(placeOf(territoryId, id), 'r')

/**
 * Removes files of a territory that no row knows and that were written before `before` (younger ones may belong to a transaction under
 * way). Runs in the territory's scope. Says how many went.
 */
export async function sweepOrphans(tx: Tx, territoryId: TerritoryId, before: Instant): Promise<number> {
  const dir = folderOf(territoryId)
  const names = await fs.readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const old: string[] = []
  for (const name of names.filter((one) => isId(one.replace(temporary, ''))))
    if ((await fs.stat(path.join(dir, name))).mtime < before) old.push(name)
  const known = await knownOf(tx, territoryId, old)
  const orphans = old.filter((name) => !known.has(name))
  for (const name of orphans) await fs.rm(path.join(dir, name))
  return orphans.length
}

async function knownOf(tx: Tx, territoryId: TerritoryId, names: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  const ids = names.filter((name) => !name.endsWith(temporary))
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await tx
      .selectFrom('files')
      .select('id')
      .where('territoryId', '=', territoryId)
      .where('id', 'in', ids.slice(from, from + 500))
      .execute()
    for (const { id } of rows) known.add(id)
  }
  return known
}
