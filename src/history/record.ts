import { sql } from 'kysely'
import type { Territory } from '../authz/ctx.ts'
import { oneRow } from '../db/one-row.ts'
import type { Tx } from '../db/pool.ts'
import { newId } from '../kernel/ids.ts'
import type { AccountId, Instant, PersonId } from '../kernel/types.ts'
import { type ChainedRow, hashOf } from './chain.ts'
import type { Fact } from './facts.ts'
import { historyKeys } from './keys.ts'
import type { Head } from './walk.ts'

/** Where, when and by whom; by nobody of the territory when the installation's administrator acted. */
export type Recording = {
  readonly territory: Pick<Territory, 'id'>
  readonly now: Instant
  readonly actor: { readonly accountId: AccountId | null; readonly personId: PersonId | null } | null
}

/** Writes one fact into history, in the transaction of the deed. */
export const record = (tx: Tx, ctx: Recording, fact: Fact): Promise<void> => recordAll(tx, ctx, [fact])

/** Writes several facts of one deed. Locks the head of the territory's chain, so call it last in the transaction. */
export const recordAll = (tx: Tx, ctx: Recording, facts: readonly Fact[]): Promise<void> =>
  recordEach(
    tx,
    facts.map((fact) => ({ ctx, fact })),
  )

/** The same for the deeds of several people of one territory. */
export async function recordEach(tx: Tx, given: readonly { readonly ctx: Recording; readonly fact: Fact }[]): Promise<void> {
  if (given.length === 0) return
  const keys = historyKeys()
  const head = await oneRow(tx, sql<Head>`select seq, hash from history_lock()`)
  let { seq, hash } = head
  const rows = given.map(({ ctx, fact }) => {
    const row: ChainedRow = {
      territoryId: ctx.territory.id,
      seq: ++seq,
      id: newId(),
      at: ctx.now,
      accountId: ctx.actor?.accountId ?? null,
      personId: ctx.actor?.personId ?? null,
      kind: fact.kind,
      subjectId: fact.subjectId,
      siteId: fact.siteId ?? null,
      facts: fact.facts ?? {},
    }
    hash = hashOf(keys, hash, row)
    return { ...row, hash: `\\x${hash.toString('hex')}` }
  })
  await sql`select history_append(${head.hash}, ${JSON.stringify(rows)})`.execute(tx)
}
