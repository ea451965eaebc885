import type { Territory } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'
import { headOf } from './verify.ts'
import type { Mark } from './witness-lines.ts'

/** So much of a hash nobody hits upon without the key. */
const digits = 20

/** The head of a territory's history as a person can type it: `luga:1204:018f3a22c190bd7e44a1`; null where nothing has happened yet. */
export async function markOf(tx: Tx, { id, code }: Pick<Territory, 'id' | 'code'>): Promise<string | null> {
  const head = await headOf(tx, id)
  return head ? `${code}:${head.seq}:${head.hash.toString('hex').slice(0, digits)}` : null
}

/** The same, typed; null when it makes no sense. */
export function markFrom(text: string): Mark | null {
  const [, territory, seq, head] = /^([a-z0-9-]+):(\d+):([0-9a-f]{12,66})$/.exec(text.toLowerCase()) ?? []
  return territory && seq && head ? { territory, seq: Number(seq), head } : null
}
