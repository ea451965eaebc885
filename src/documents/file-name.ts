import type { Doc } from './model.ts'
import type { Format } from './worker.ts'

const mediaTypes: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

export const mediaType = (format: Format): string => mediaTypes[format]

/** File systems allow 255 bytes; a Cyrillic letter takes two. */
const longestName = 100

/** A name a person recognises among downloads: «Приказ № 33 от 28 января 2021 г.docx» without what Windows forbids. */
export function fileName(doc: Pick<Doc, 'title'>, format: Format | 'ics'): string {
  const name = doc.title
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .replace(/[\\/:*?"<>|]+/g, '-')
    .replace(/\s+/gu, ' ')
    .slice(0, longestName)
    .toWellFormed()
    .replace(/\ufffd/g, '')
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${name || 'Документ'}.${format}`
}

/** The header `Content-Disposition` (RFC 6266): the true name in UTF-8 (RFC 5987), a plain one for old programs. */
export function contentDisposition(name: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? 'bin'
  const plain = /^[\w .()-]+$/.test(name) ? name : `document.${extension}`
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
