import type { Readable } from 'node:stream'
import type { FileId, Instant, TerritoryId } from '../kernel/types.ts'
import type { CheckedFile } from './check.ts'

/** Where the bytes of kept files are. Names are random ids under the territory; what a file is called only its row says. */
export type FileStore = {
  /** Keeps a copy of a temporary file. When it resolves, the bytes outlive a crash. Twice the same is the same. */
  put(territoryId: TerritoryId, id: FileId, file: Pick<CheckedFile, 'path' | 'size' | 'sha256'>): Promise<void>
  /** The bytes as a stream; a file that is gone is an error, not an empty stream. */
  open(territoryId: TerritoryId, id: FileId): Promise<Readable>
  /** Names of what lies under a territory and was written before an instant; leftovers of writing are among them. */
  writtenBefore(territoryId: TerritoryId, before: Instant): AsyncIterable<string>
  /** Removes by a name that `writtenBefore` gave. */
  remove(territoryId: TerritoryId, name: string): Promise<void>
  /** Whether the store can be used, asked once at the start; throws StoreError. */
  check(): Promise<void>
}

/** The store cannot be used as it is set. The message is a Russian sentence. */
export class StoreError extends Error {}

/** The store does not answer just now. The code tells the web layer that it is an outage, not a fault of the program. */
export class StoreAway extends Error {
  readonly code = 'ESTOREAWAY'
  readonly reason: string
  constructor(host: string, reason: string) {
    super(`the file store ${host} does not answer: ${reason}`)
    this.reason = reason
  }
}
