import { createHash } from 'node:crypto'
import type { Db } from '../db/pool.ts'
import { everyTerritory } from '../db/territories.ts'
import { read } from '../db/transact.ts'
import type { FileId } from '../kernel/types.ts'
import { StoreAway } from './file-store.ts'
import { openFile } from './store.ts'

type FileHarm = { readonly territory: string; readonly id: FileId; readonly what: 'missing' | 'changed' }

const atOnce = 500

/** Reads the bytes of every file that a row knows, and names those that are missing or not what was sent. */
export async function verifyFiles(db: Db): Promise<{ harm: FileHarm[]; files: number }> {
  const territories = await everyTerritory(db)
  const harm: FileHarm[] = []
  let files = 0
  for (const { id: territoryId, code: territory } of territories) {
    for (let after: FileId | null = null; ; ) {
      const page: { id: FileId; sha256: Buffer }[] = await read(db, { territoryId }, (tx) =>
        tx
          .selectFrom('files')
          .select(['id', 'sha256'])
          .where('territoryId', '=', territoryId)
          .$if(after !== null, (query) => query.where('id', '>', after))
          .orderBy('id')
          .limit(atOnce)
          .execute(),
      )
      for (const { id, sha256 } of page) {
        const found = await hashOf(territoryId, id)
        if (!found?.equals(sha256)) harm.push({ territory, id, what: found ? 'changed' : 'missing' })
      }
      files += page.length
      after = page.at(-1)?.id ?? null
      if (page.length < atOnce) break
    }
  }
  return { harm, files }
}

/** Null when there are no bytes under the name. */
async function hashOf(...of: Parameters<typeof openFile>): Promise<Buffer | null> {
  const hash = createHash('sha256')
  try {
    for await (const piece of await openFile(...of)) hash.update(piece)
  } catch (error) {
    if (error instanceof StoreAway) throw error // it is there for all we know
    return null
  }
  return hash.digest()
}
