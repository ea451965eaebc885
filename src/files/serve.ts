import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Tx } from '../db/pool.ts'
import { contentDisposition } from '../documents/file-name.ts'
import type { Refusal } from '../kernel/result.ts'
import type { FileId, TerritoryId } from '../kernel/types.ts'
import { openFile } from './store.ts'

/** A kept file as a download. Call it only from a handler that has asked the policy about the thing the file belongs to. */
export async function serveFile(tx: Tx, territoryId: TerritoryId, id: FileId): Promise<Response | Refusal> {
  const row = await tx
    .selectFrom('files')
    .select(['id', 'name', 'mediaType', 'size', 'sha256'])
    .where((is) => is.and({ territoryId, id }))
    .executeTakeFirst()
  if (!row) return { code: 'notFound' }
  const bytes = await openFile(territoryId, row.id)
  return new Response(Readable.toWeb(unspoilt(bytes, row.sha256)) as unknown as BodyInit, {
    headers: {
      'Content-Type': row.mediaType,
      'Content-Length': String(row.size),
      'Content-Disposition': contentDisposition(row.name),
      'Cache-Control': 'private, no-store',
    },
  })
}

/** The last piece is given only when all of them are what was sent once; a spoilt file breaks off instead of passing for a good one. */
function unspoilt(bytes: Readable, sha256: Buffer): Readable {
  return Readable.from(
    (async function* () {
      const hash = createHash('sha256')
      let held: Buffer | null = null
      for await (const piece of bytes) {
        if (held) yield held
        hash.update(piece)
        held = piece
      }
      if (!hash.digest().equals(sha256)) throw new Error('a kept file is not what was sent')
      if (held) yield held
    })(),
    { objectMode: false },
  )
}
