/** Kinds of files people may send. The first extension is the usual one. */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  jpg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
} as const
export type FileKind = keyof typeof fileKinds

const startsWith = (bytes: Uint8Array, head: readonly number[]) => head.every((byte, index) => bytes[index] === byte)

/** What the first bytes say. `zip` may turn out to be an office document. */
export function kindByFirstBytes(bytes: Uint8Array): 'pdf' | 'jpg' | 'png' | 'zip' | null {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip'
  return null
}

/** Which office document the parts of an archive make; null when it is just an archive. */
export function kindByParts(names: ReadonlySet<string>, odfType: string | null): 'docx' | 'xlsx' | 'odt' | null {
  if (odfType === fileKinds.odt.mediaType && names.has('content.xml')) return 'odt'
  if (!names.has('[Content_Types].xml')) return null
  if (names.has('word/document.xml')) return 'docx'
  return names.has('xl/workbook.xml') ? 'xlsx' : null
}

/** Whether the name's extension says the same as the content. */
export function extensionAgrees(name: string, kind: FileKind): boolean {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return (fileKinds[kind].extensions as readonly string[]).includes(extension)
}
