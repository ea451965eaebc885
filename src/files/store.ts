import path from 'node:path'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Ctx } from '../authz/ctx.ts'
import { oneRow } from '../db/one-row.ts'
import type { Tx } from '../db/pool.ts'
import { codeOf } from '../kernel/errors.ts'
import { asId, newId } from '../kernel/ids.ts'
import type { FileId, Instant, TerritoryId } from '../kernel/types.ts'
import type { CheckedFile } from './check.ts'
import { diskStore } from './disk-store.ts'
import type { FileStore } from './file-store.ts'
import { receiveIn } from './incoming.ts'

let store: FileStore | null = null

/** Says once, at the start of the program, where files are kept: in a folder, or in another store with only the temporary ones in the folder. */
export function keepFilesIn(folder: string, other: FileStore = diskStore(folder)): void {
  store = other
  receiveIn(path.join(folder, '.incoming'))
}

function theStore(): FileStore {
  if (store === null) throw new Error('keepFilesIn has not been called')
  return store
}

/**
 * Keeps files of a deed and their rows, in the transaction of the deed. The bytes are safe before the row: if the transaction fails,
 * an orphan stays and `sweepOrphans` takes it away.
 */
export async function storeFiles(tx: Tx, ctx: Ctx, files: readonly CheckedFile[]): Promise<FileId[]> {
  const ids: FileId[] = []
  for (const file of files) {
    const id = newId<FileId>()
    await theStore().put(ctx.territory.id, id, file)
    await tx
      .insertInto('files')
      .values({
        territoryId: ctx.territory.id,
        id,
        name: file.name,
        mediaType: file.mediaType,
        size: file.size,
        sha256: file.sha256,
        uploadedBy: ctx.actor.personId,
        uploadedAt: ctx.now,
      })
      .execute()
    ids.push(id)
  }
  return ids
}

/** Takes files out of the register; their bytes go with the next sweep. */
export async function removeFiles(tx: Tx, { territory }: Pick<Ctx, 'territory'>, ids: readonly FileId[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('files').where('territoryId', '=', territory.id).where('id', 'in', ids).execute()
}

/** The name of a kept file. */
export const keptFile = async (tx: Tx, { territory }: Pick<Ctx, 'territory'>, id: FileId | null) =>
  id === null
    ? undefined
    : tx
        .selectFrom('files')
        .select(['id', 'name'])
        .where((is) => is.and({ territoryId: territory.id, id }))
        .executeTakeFirst()

/** The names of kept files. */
export async function namesOfFiles(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  ids: readonly FileId[],
): Promise<ReadonlyMap<FileId, string>> {
  if (ids.length === 0) return new Map()
  const query = tx.selectFrom('files').select(['id', 'name']).where('territoryId', '=', territory.id).where('id', 'in', ids)
  return new Map((await query.execute()).map(({ id, name }) => [id, name]))
}

/** The bytes of a kept file. The caller has made sure that the reader may have them. */
export const openFile = (territoryId: TerritoryId, id: FileId): Promise<Readable> => theStore().open(territoryId, id)

/** Held by whoever takes a copy of the installation: two never do so at once, and nothing is swept that the copied rows still know. */
export const copyLock = 7_411_002

/** Names of all kept files of a territory, for a copy of them. */
export async function* filesOf(territoryId: TerritoryId): AsyncGenerator<FileId> {
  for await (const name of theStore().writtenBefore(territoryId, endOfTime)) {
    const id = asId<FileId>(name)
    if (id !== null) yield id
  }
}
const endOfTime: Instant = new Date('9999-12-31T00:00:00Z')

/** The bytes of a file by a name that `filesOf` gave; null when it has been swept meanwhile. */
export async function storedFile(territoryId: TerritoryId, id: FileId): Promise<Readable | null> {
  return theStore()
    .open(territoryId, id)
    .catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    })
}

/**
 * Removes files of a territory that no row knows and that were written before `before` (younger ones may belong to a transaction under
 * way). Runs in the territory's scope. Says how many went.
 */
export async function sweepOrphans(tx: Tx, territoryId: TerritoryId, before: Instant): Promise<number> {
  const { free } = await oneRow(tx, sql<{ free: boolean }>`select pg_try_advisory_xact_lock_shared(${copyLock}::bigint) as free`)
  if (!free) return 0
  let swept = 0
  let some: string[] = []
  const sweep = async () => {
    const known = await knownOf(
      tx,
      territoryId,
      some.map(asId<FileId>).filter((id) => id !== null),
    )
    for (const name of some.filter((one) => !known.has(one))) {
      await theStore().remove(territoryId, name)
      swept++
    }
    some = []
  }
  for await (const name of theStore().writtenBefore(territoryId, before)) {
    some.push(name)
    if (some.length === 500) await sweep()
  }
  await sweep()
  return swept
}

async function knownOf(tx: Tx, territoryId: TerritoryId, ids: readonly FileId[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.selectFrom('files').select('id').where('territoryId', '=', territoryId).where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}
