import { randomBytes } from 'node:crypto'

let lastMs = 0
let counter = 0

/** A UUIDv7 (RFC 9562): sorts by time of creation; ids made within one millisecond keep their order. */
export function newId<Id extends string = string>(): Id {
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    counter = randomBytes(2).readUInt16BE() & 0x03ff
  } else if (++counter > 0x0fff) {
    lastMs++
    counter = 0
  }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  return idOfBytes(bytes)
}

/** The first id that could be made at a moment: those of later ones come after it. */
export function idAt<Id extends string>(at: Date): Id {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes.writeUInt8(0x70, 6)
  return idOfBytes(bytes)
}

/** Sixteen bytes as an id (RFC 9562): the version stands in them already, the variant is put here. */
export function idOfBytes<Id extends string>(bytes: Buffer): Id {
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}

/** A secret of 256 bits for keys in addresses and forms. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Whether a text from an address has the form of an id; anything else cannot name a row. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

/** A text from outside as the id it stands for; null when it has not the form of one. */
export const asId = <Id extends string>(text: string): Id | null => (isId(text) ? (text as Id) : null)
