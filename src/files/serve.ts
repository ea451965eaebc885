import { Readable } from 'node:stream'
import type { Tx } from '../db/pool.ts'
import { contentDisposition } from '../documents/file-name.ts'
import type { Refusal } from '../kernel/result.ts'
import type { FileId, TerritoryId } from '../kernel/types.ts'
import { openFile } from './store.ts'

/** A kept file as a download. Call it only from a handler that has asked the policy about the thing the file belongs to. */
export async function serveFile(tx: Tx, territoryId: TerritoryId, id: string): Promise<Response | Refusal> {
  const row = await tx
    .selectFrom('files')
    .select(['id', 'name', 'mediaType', 'size'])
    .where('territoryId', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return { code: 'notFound' }
  const file = await openFile(territoryId, row.id as FileId)
  return new Response(Readable.toWeb(file.createReadStream()) as unknown as BodyInit, {
    headers: {
      'Content-Type': row.mediaType,
      'Content-Length': String(row.size),
      'Content-Disposition': contentDisposition(row.name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
}
