import { contentDisposition, fileName, mediaType } from '../documents/file-name.ts'
import type { Doc } from '../documents/model.ts'
import { type Format, render } from '../documents/render.ts'
import { type Answer, notFound } from './route.ts'

/** Whether the last part of an address names a format we print in. */
const isFormat = (text: string | undefined): text is Format => text === 'docx' || text === 'pdf'

/**
 * A document as a file to keep; any other format than ours is not found.
 * It is drawn after the page's transaction has ended: a busy renderer must not hold a connection.
 */
export function paper(doc: Doc, format: string | undefined, caching = 'private, no-store'): Answer {
  if (!isFormat(format)) return notFound
  return async () =>
    new Response(new Uint8Array(await render(doc, format)), {
      headers: {
        'Content-Type': mediaType(format),
        'Content-Disposition': contentDisposition(fileName(doc, format)),
        'Cache-Control': caching,
      },
    })
}
