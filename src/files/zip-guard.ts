import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { syscallOf } from '../kernel/errors.ts'
import { oleHead } from './kinds.ts'
import { faultOfRelations, faultOfTypes, type PartFault } from './office-parts.ts'

/** Limits for archives that strangers send, held while inflating and not by what the archive says of itself. */
export const zipLimits = { entries: 2000, entryBytes: 20 * 1024 * 1024, totalBytes: 50 * 1024 * 1024, ratio: 100 } as const
/** Below this size even a very well packed part is harmless: an empty sheet of cells packs a thousandfold. */
const harmlessBytes = 1024 * 1024
/** Names and comments of so many parts do not need more. */
const mostDirectoryBytes = 4 * 1024 * 1024
/** Lists of types and of what parts refer to. */
const mostListBytes = 2 * 1024 * 1024
const pieceBytes = 64 * 1024
const endBytes = 22
const mostEndBytes = endBytes + 65_535

/** What a safe archive holds: the names of its parts, and the type an OpenDocument file declares. */
export type ZipContent = { readonly names: ReadonlySet<string>; readonly odfType: string | null }
/** Why an archive is refused: built to hurt, holds macros or other archives, fetches something by itself, or cannot be read. */
export type ZipFault = 'tooMuch' | PartFault | 'broken'

type Zip = { readonly file: FileHandle; readonly size: number }
type Entry = { name: string; method: number; packed: number; offset: number }

class Refused extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault) {
    super(fault)
    this.fault = fault
  }
}

/** Reads every part of an archive within the limits, in pieces: neither the archive nor a part is ever in memory as a whole. */
export async function inspectZip(file: FileHandle, size: number): Promise<ZipContent | ZipFault> {
  try {
    return await inspect({ file, size })
  } catch (error) {
    if (error instanceof Refused) return error.fault
    if (syscallOf(error) !== undefined) throw error // the disk, not the archive
    return 'broken'
  }
}

async function inspect(zip: Zip): Promise<ZipContent> {
  const entries = await directoryOf(zip)
  const names = new Set<string>()
  let odfType: string | null = null
  let total = 0
  for (const entry of entries) {
    if (names.has(entry.name) || entry.name.includes('..') || entry.name.startsWith('/')) throw new Refused('broken')
    names.add(entry.name)
    if (isActive(entry.name)) throw new Refused('active')
    const part = await inspectPart(zip, entry, Math.min(zipLimits.entryBytes, zipLimits.totalBytes - total))
    total += part.size
    if (part.size > harmlessBytes && part.size > entry.packed * zipLimits.ratio) throw new Refused('tooMuch')
    if (entry.name === 'mimetype') odfType = part.beginning
  }
  return { names, odfType }
}

async function readAt({ file, size }: Zip, at: number, length: number): Promise<Buffer> {
  if (at + length > size) throw new Refused('broken')
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  if (bytesRead !== length) throw new Refused('broken')
  return buffer
}

/** Reads the central directory; anything unusual (several disks, 64-bit sizes, encryption) is not an office document. */
async function directoryOf(zip: Zip): Promise<Entry[]> {
  const tailAt = Math.max(0, zip.size - mostEndBytes)
  const tail = await readAt(zip, tailAt, zip.size - tailAt)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Refused('broken')
  const count = tail.readUInt16LE(end + 10)
  if (count > zipLimits.entries) throw new Refused('tooMuch')
  const begin = tail.readUInt32LE(end + 16)
  const length = tailAt + end - begin
  if (length < 0) throw new Refused('broken')
  if (length > mostDirectoryBytes) throw new Refused('tooMuch')
  const entries = entriesIn(await readAt(zip, begin, length), count)
  // Parts that lie over one another are how the worst bombs are made.
  if (entries.reduce((sum, entry) => sum + entry.packed, 0) > zip.size) throw new Refused('tooMuch')
  return entries
}

function entriesIn(directory: Buffer, count: number): Entry[] {
  const entries: Entry[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new Refused('broken')
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)]
    const [packed, offset] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)]
    const nameLength = directory.readUInt16LE(at + 28)
    if (flags & 1 || packed === 0xffffffff) throw new Refused('broken')
    entries.push({ name: directory.toString('utf8', at + 46, at + 46 + nameLength), method, packed, offset })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function* piecesOf(zip: Zip, from: number, length: number): AsyncGenerator<Buffer> {
  for (let at = from; at < from + length; at += pieceBytes) yield await readAt(zip, at, Math.min(pieceBytes, from + length - at))
}

type Part = { readonly size: number; readonly beginning: string }

async function inspectPart(zip: Zip, entry: Entry, most: number): Promise<Part> {
  if (entry.method !== 0 && entry.method !== 8) throw new Refused('broken')
  const local = await readAt(zip, entry.offset, 30)
  if (local.readUInt32LE(0) !== 0x04034b50) throw new Refused('broken')
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  if (start + entry.packed > zip.size) throw new Refused('broken')
  if (entry.packed === 0) return { size: 0, beginning: '' }

  const look = looker(entry.name, most)
  const packed = piecesOf(zip, start, entry.packed)
  if (entry.method === 0) await pipeline(packed, look.at)
  else await pipeline(packed, createInflateRaw({ chunkSize: pieceBytes }), look.at)
  return look.found()
}

/** Looks at the bytes of a part as they come; what would be refused as a whole is refused at once. */
function looker(name: string, most: number): { at: (bytes: AsyncIterable<Buffer>) => Promise<void>; found: () => Part } {
  const isXml = /\.(xml|rels)$/i.test(name)
  const faultOf = name === '[Content_Types].xml' ? faultOfTypes : /\.rels$/i.test(name) ? faultOfRelations : null
  let whole = '' // of a list, which is looked at as a whole
  let size = 0
  let beginning = ''
  let before = '' // the end of the last piece: a word may lie across two
  async function at(bytes: AsyncIterable<Buffer>): Promise<void> {
    for await (const piece of bytes) {
      size += piece.length
      if (size > most) throw new Refused('tooMuch')
      if (beginning.length < 100) beginning += piece.toString('latin1', 0, 100)
      if (beginning.startsWith(oleHead) || (beginning.startsWith('PK\x03\x04') && !isEmbedded(name))) throw new Refused('active')
      if (!isXml) continue
      const fresh = piece.toString('latin1').replaceAll('\0', '') // as two-byte letters the words are the same
      const text = before + fresh
      if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Refused('active')
      before = text.slice(-12)
      if (!faultOf) continue
      whole += fresh
      if (whole.length > mostListBytes) throw new Refused('tooMuch')
    }
    const fault = faultOf?.(whole)
    if (fault) throw new Refused(fault)
  }
  return { at, found: () => ({ size, beginning }) }
}

/** The table behind a chart, a document shown inside another: skipped by whoever reads the document. */
const isEmbedded = (name: string) => /^(word|xl|ppt)\/embeddings\/[^/]+\.(xlsx|docx|pptx)$/i.test(name)

/** Macros and embedded programs of both families of office documents. */
const isActive = (name: string) =>
  /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)\/|\.(exe|dll|js|vbs|jar|bat|cmd|ps1|docm|dotm|xlsm|xltm|xlam|pptm|potm|ppsm)$/i.test(
    name,
  ) || /\/(embeddings|activeX)\/.*\.bin$/i.test(name)
