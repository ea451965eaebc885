import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

/** Limits for archives that strangers send, held while inflating and not by what the archive says of itself. */
export const zipLimits = { entries: 2000, entryBytes: 20 * 1024 * 1024, totalBytes: 50 * 1024 * 1024, ratio: 100 } as const
/** Below this size even a very well packed part is harmless: an empty sheet of cells packs a thousandfold. */
const harmlessBytes = 1024 * 1024

/** What a safe archive holds: the names of its parts, and the type an OpenDocument file declares. */
export type ZipContent = { readonly names: ReadonlySet<string>; readonly odfType: string | null }
/** Why an archive is refused: built to hurt, holds macros or other archives, or cannot be read. */
export type ZipFault = 'tooMuch' | 'active' | 'broken'

type Entry = { name: string; method: number; packed: number; offset: number }

class Refused extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault) {
    super(fault)
    this.fault = fault
  }
}
const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw)

/** Reads every part of an archive within the limits; the memory it takes is bounded by one part. */
export async function inspectZip(bytes: Uint8Array): Promise<ZipContent | ZipFault> {
  try {
    return await inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (error) {
    if (error instanceof Refused) return error.fault
    return 'broken'
  }
}

async function inspect(zip: Buffer): Promise<ZipContent> {
  const entries = directoryOf(zip)
  const names = new Set<string>()
  let odfType: string | null = null
  let total = 0
  for (const entry of entries) {
    if (names.has(entry.name) || entry.name.includes('..') || entry.name.startsWith('/')) throw new Refused('broken')
    names.add(entry.name)
    if (isActive(entry.name)) throw new Refused('active')
    const part = await partOf(zip, entry, Math.min(zipLimits.entryBytes, zipLimits.totalBytes - total))
    total += part.length
    if (part.length > harmlessBytes && part.length > entry.packed * zipLimits.ratio) throw new Refused('tooMuch')
    checkPart(entry.name, part)
    if (entry.name === 'mimetype') odfType = part.toString('latin1')
  }
  return { names, odfType }
}

/** Reads the central directory; anything unusual (several disks, 64-bit sizes, encryption) is not an office document. */
function directoryOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || zip.length - end > 65_557) throw new Refused('broken')
  const count = zip.readUInt16LE(end + 10)
  if (count > zipLimits.entries) throw new Refused('tooMuch')
  let at = zip.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Refused('broken')
    const [flags, method, packed] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    if (flags & 1 || packed === 0xffffffff) throw new Refused('broken')
    entries.push({ name: zip.toString('utf8', at + 46, at + 46 + nameLength), method, packed, offset: zip.readUInt32LE(at + 42) })
    at += 46 + nameLength + extra + comment
  }
  // Parts that lie over one another are how the worst bombs are made.
  if (entries.reduce((sum, entry) => sum + entry.packed, 0) > zip.length) throw new Refused('tooMuch')
  return entries
}

async function partOf(zip: Buffer, entry: Entry, most: number): Promise<Buffer> {
  if (zip.readUInt32LE(entry.offset) !== 0x04034b50) throw new Refused('broken')
  const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28)
  const packed = zip.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw new Refused('broken')
  if (entry.method === 0) {
    if (packed.length > most) throw new Refused('tooMuch')
    return packed
  }
  if (entry.method !== 8) throw new Refused('broken')
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw new Refused((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooMuch' : 'broken')
  }
}

/** Macros and embedded programs of both families of office documents. */
const isActive = (name: string) =>
  /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)\/|\.(exe|dll|js|vbs|jar|bat|cmd|ps1)$/i.test(name) ||
  /\/(embeddings|activeX)\/.*\.bin$/i.test(name)

function checkPart(name: string, part: Buffer): void {
  if (part.length >= 4 && part.readUInt32LE(0) === 0x04034b50) throw new Refused('active')
  if (!/\.(xml|rels)$/i.test(name)) return
  const text = part.toString('latin1')
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Refused('active')
  if (name === '[Content_Types].xml' && /macroEnabled/i.test(text)) throw new Refused('active')
}
