import { createHash } from 'node:crypto'
import type { AccountId, PersonId, SiteId, TerritoryId } from '../kernel/types.ts'
import { checkSeal, type HistoryKeys, sealOf } from './keys.ts'

/** A row of history in the form over which it is closed. */
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

/** What stands before the first row of a territory. */
export const genesis = Buffer.alloc(32)
const unkeyedBytes = 32

function textOf(row: ChainedRow): string {
  const { territoryId, seq, id, at, accountId, personId, kind, subjectId, siteId, facts } = row
  return canonical([territoryId, seq, id, at.toISOString(), accountId, personId, kind, subjectId, siteId, facts])
}

/** A keyed code over what stands before and the row in canonical form (keys sorted): no row can change, vanish or move unseen. */
export const hashOf = (keys: HistoryKeys, previous: Buffer, row: ChainedRow): Buffer => sealOf(keys, 'row', previous, textOf(row))

/** Whether a hash is that of the row. Those of before the keys are plain SHA-256. */
export function checkHash(keys: HistoryKeys, hash: Buffer, previous: Buffer, row: ChainedRow): 'good' | 'broken' | 'unknownKey' {
  if (hash.length !== unkeyedBytes) return checkSeal(keys, hash, 'row', previous, textOf(row))
  return createHash('sha256').update(previous).update(textOf(row)).digest().equals(hash) ? 'good' : 'broken'
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
