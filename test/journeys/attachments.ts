import { Buffer } from 'node:buffer'

/** A file as a person picks it on their disk. */
export type Picked = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** The smallest sheet of paper: one empty page. */
export const aPdf = (name: string): Picked => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
})

/** A program that calls itself a paper. */
export const aProgramNamed = (name: string): Picked => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(2000)]),
})

/** A paper larger than may be attached. */
export const anOversizedPdf = (name: string): Picked => ({
  ...aPdf(name),
  buffer: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(21 * 1024 * 1024, 32)]),
})

/** A photograph of a telephone, as small as one can be. */
export const aPhoto = (name: string): Picked => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
})
