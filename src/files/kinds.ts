/** Kinds of files people may send. The first extension is the usual one. */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  jpg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', extensions: ['pptx'] },
} as const
export type FileKind = keyof typeof fileKinds

/** What may be sent everywhere; slides only where the file of a seminar is kept. */
export const usualKinds: readonly FileKind[] = ['pdf', 'docx', 'xlsx', 'odt', 'jpg', 'png']

/** «PDF, DOCX или PNG». */
export const kindsText = (kinds: readonly FileKind[]): string =>
  kinds
    .map((kind) => kind.toUpperCase())
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' или ')

/** What the first bytes say, before the rest is looked at. `zip` may turn out to be an office document; `old` is one of the years before 2007. */
export function kindByFirstBytes(bytes: Buffer): 'pdf' | 'jpg' | 'png' | 'zip' | 'old' | null {
  const head = bytes.toString('latin1')
  if (/^(\xef\xbb\xbf)?%PDF-/.test(head)) return 'pdf' // some programs write the mark of UTF-8 before it
  if (head.startsWith('\xff\xd8\xff')) return 'jpg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('PK\x03\x04')) return 'zip'
  return head.startsWith(oleHead) || head.startsWith('{\\rtf') ? 'old' : null
}

/** How .doc, .xls and programs inside new documents begin. */
export const oleHead = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** Which office document the parts of an archive make; null when it is just an archive. */
export function kindByParts(names: ReadonlySet<string>, odfType: string | null): 'docx' | 'xlsx' | 'odt' | 'pptx' | null {
  if (odfType === fileKinds.odt.mediaType && names.has('content.xml')) return 'odt'
  if (!names.has('[Content_Types].xml')) return null
  if (names.has('word/document.xml')) return 'docx'
  if (names.has('ppt/presentation.xml')) return 'pptx'
  return names.has('xl/workbook.xml') ? 'xlsx' : null
}

/** Whether the name's extension says the same as the content. */
export function extensionAgrees(name: string, kind: FileKind): boolean {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return (fileKinds[kind].extensions as readonly string[]).includes(extension)
}
