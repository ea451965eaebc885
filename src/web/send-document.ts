import { contentDisposition, fileName, mediaType } from '../documents/file-name.ts'
import type { Doc } from '../documents/model.ts'
import { render } from '../documents/render.ts'
import { notFound } from './route.ts'

/** A document as a download; any other format than ours is not found. */
export async function sendDocument(doc: Doc, format: string, caching: string) {
  if (format !== 'docx' && format !== 'pdf') return notFound
  return new Response((await render(doc, format)) as unknown as BodyInit, {
    headers: {
      'Content-Type': mediaType(format),
      'Content-Disposition': contentDisposition(fileName(doc, format)),
      'Cache-Control': caching,
    },
  })
}
