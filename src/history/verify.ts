import type { Db, Tx } from '../db/pool.ts'
import { everyHistory } from '../db/territories.ts'
import { read } from '../db/transact.ts'
import type { TerritoryId } from '../kernel/types.ts'
import type { Damage } from './damage.ts'
import { historyKeys } from './keys.ts'
import { type Head, walkOf } from './walk.ts'
import type { Mark } from './witness-lines.ts'

const pageSize = 2000

/** Walks the chain of every territory, held against what was seen from outside, and names each break. An empty list: history is whole. */
export async function verifyHistory(db: Db, marks: readonly Mark[] = []): Promise<{ damages: Damage[]; rows: number }> {
  const marksOf = Map.groupBy(marks, ({ territory }) => territory)
  const damages: Damage[] = []
  let rows = 0
  for (const { id, code } of await everyHistory(db)) {
    const walk = walkOf({ keys: historyKeys(), territory: code, marks: marksOf.get(code) ?? [] })
    marksOf.delete(code)
    const found = await read(db, { territoryId: id }, (tx) => walkThrough(tx, id, walk))
    damages.push(...found.damages)
    rows += found.rows
  }
  for (const [territory, [mark]] of marksOf)
    if (mark) damages.push({ territory, seq: 1, what: 'forgotten', ...(mark.at && { seen: mark.at }) })
  return { damages, rows }
}

async function walkThrough(tx: Tx, territoryId: TerritoryId, walk: ReturnType<typeof walkOf>) {
  let rows = 0
  for (;;) {
    const page = await tx
      .selectFrom('history')
      .selectAll()
      .where('territoryId', '=', territoryId)
      .where('seq', '>=', walk.next())
      .orderBy('seq')
      .limit(pageSize)
      .execute()
    for (const row of page) walk.step(row)
    rows += page.length
    if (page.length === pageSize) continue
    const head = await headOf(tx, territoryId)
    // Somebody wrote meanwhile: what came is read as well before the head is held against it.
    if (page.length > 0 && head && head.seq >= walk.next()) continue
    return { damages: walk.end(head), rows }
  }
}

/** The last row of a territory, as the chain knows it. */
export const headOf = (tx: Tx, territoryId: TerritoryId): Promise<Head | undefined> =>
  tx.selectFrom('historyHeads').select(['seq', 'hash']).where('territoryId', '=', territoryId).executeTakeFirst()
