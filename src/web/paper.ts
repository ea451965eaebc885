import { contentDisposition, fileName, mediaType } from '../documents/file-name.ts'
import { madePaper } from '../documents/made-papers.ts'
import type { Doc } from '../documents/model.ts'
import { type Format, RenderError } from '../documents/render.ts'
import { type Answer, notFound } from './route.ts'

/** Whether the last part of an address names a format we print in. */
const isFormat = (text: string | undefined): text is Format => text === 'docx' || text === 'pdf'

/**
 * A document as a file to keep; any other format than ours is not found.
 * In a demonstration every page of it says that it is a sample. It is drawn after the page's transaction has ended: a busy renderer must not hold a connection.
 */
export function paper(doc: Doc, format: string | undefined, caching = 'private, no-store'): Answer {
  if (!isFormat(format)) return notFound
  return async (whose, isDemonstration) => {
    try {
      const bytes = new Uint8Array(await madePaper({ ...doc, sample: isDemonstration }, format, whose))
      const headers = {
        'Content-Type': mediaType(format),
        'Content-Disposition': contentDisposition(fileName(doc, format)),
        'Cache-Control': caching,
      }
      return new Response(bytes, { headers })
    } catch (error) {
      if (!(error instanceof RenderError && error.reason === 'busy')) throw error
      const text = 'Сейчас готовят много других документов. Попробуйте через 10 секунд.'
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '10', 'Cache-Control': 'no-store' }
      return new Response(text, { status: 429, headers })
    }
  }
}
