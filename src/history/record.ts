import type { Territory } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'
import { newId } from '../kernel/ids.ts'
import type { AccountId, Instant, PersonId, TerritoryId } from '../kernel/types.ts'
import { type ChainedRow, genesis, hashOf } from './chain.ts'
import type { Fact } from './facts.ts'

/** Where, when and by whom; by nobody of the territory when the installation's administrator acted. */
export type Recording = {
  readonly territory: Pick<Territory, 'id'>
  readonly now: Instant
  readonly actor: { readonly accountId: AccountId | null; readonly personId: PersonId | null } | null
}

/** Writes one fact into history, in the transaction of the deed. */
export const record = (tx: Tx, ctx: Recording, fact: Fact): Promise<void> => recordAll(tx, ctx, [fact])

/** Writes several facts of one deed. Locks the head of the territory's chain, so call it last in the transaction. */
export async function recordAll(tx: Tx, ctx: Recording, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return
  const territoryId = ctx.territory.id
  let { seq, hash } = await lockHead(tx, territoryId)
  const rows = facts.map((fact) => {
    const row: ChainedRow = {
      territoryId,
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
    const prevHash = hash
    hash = hashOf(prevHash, row)
    return { ...row, facts: JSON.stringify(row.facts), prevHash, hash }
  })
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto('history')
      .values(rows.slice(from, from + 500))
      .execute()
  await tx.updateTable('historyHeads').set({ seq, hash }).where('territoryId', '=', territoryId).execute()
}

async function lockHead(tx: Tx, territoryId: TerritoryId): Promise<{ seq: number; hash: Buffer }> {
  await tx
    .insertInto('historyHeads')
    .values({ territoryId, seq: 0, hash: genesis })
    .onConflict((on) => on.doNothing())
    .execute()
  return tx
    .selectFrom('historyHeads')
    .select(['seq', 'hash'])
    .where('territoryId', '=', territoryId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
