import { createHash } from 'node:crypto'

/**
 * The id of a thing the facts of a territory name by a key: always the same for the same key, so that loading can go on where it stopped
 * (UUID version 8, RFC 9562).
 */
export function stableId<Id extends string = string>(...path: readonly string[]): Id {
  const bytes = createHash('sha256').update(JSON.stringify(path)).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}
