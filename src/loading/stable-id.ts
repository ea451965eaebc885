import { createHash } from 'node:crypto'
import { idOfBytes } from '../kernel/ids.ts'

/**
 * The id of a thing the facts of a territory name by a key: always the same for the same key, so that loading can go on where it stopped
 * (UUID version 8, RFC 9562).
 */
export function stableId<Id extends string = string>(...path: readonly string[]): Id {
  const bytes = createHash('sha256').update(JSON.stringify(path)).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  return idOfBytes(bytes)
}
