import { contentDisposition, fileName, mediaType } from '../documents/file-name.ts'
import type { Doc } from '../documents/model.ts'
import { type Format, render } from '../documents/render.ts'
import type { Later } from './route.ts'

/** Whether the last part of an address names a format we print in. */
export const isFormat = (text: string): text is Format => text === 'docx' || text === 'pdf'

/** A document as a file. It is drawn after the page's transaction has ended: a busy renderer must not hold a connection. */
export const paper =
  (doc: Doc, format: Format, shown: 'attachment' | 'inline' = 'attachment'): Later =>
  async () =>
    new Response(new Uint8Array(await render(doc, format)), {
      headers: {
        'Content-Type': mediaType(format),
        'Content-Disposition': contentDisposition(fileName(doc, format), shown),
        'Cache-Control': 'private, no-store',
      },
    })
