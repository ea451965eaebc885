import { createHash } from 'node:crypto'
import type { AccountId, PersonId, SiteId, TerritoryId } from '../kernel/types.ts'

/** A row of history in the form over which its hash is taken. */
export type ChainedRow = {
  readonly territoryId: TerritoryId
  readonly seq: number
  readonly id: string
  readonly at: Date
  readonly accountId: AccountId | null
  readonly personId: PersonId | null
  readonly kind: string
  readonly subjectId: string
  readonly siteId: SiteId | null
  readonly facts: unknown
}

/** The hash before the first row of a territory. */
export const genesis = Buffer.alloc(32)

/** SHA-256 over the previous hash and the row in canonical form (keys sorted), so that no row can change, vanish or move unseen. */
export function hashOf(previous: Buffer, row: ChainedRow): Buffer {
  const { territoryId, seq, id, at, accountId, personId, kind, subjectId, siteId, facts } = row
  const text = canonical([territoryId, seq, id, at.toISOString(), accountId, personId, kind, subjectId, siteId, facts])
  return createHash('sha256').update(previous).update(text).digest()
}

/** JSON with the keys of every object sorted. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
