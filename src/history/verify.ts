import type { Db } from '../db/pool.ts'
import { everyTerritory } from '../db/territories.ts'
import { read } from '../db/transact.ts'
import type { TerritoryId } from '../kernel/types.ts'
import { genesis, hashOf } from './chain.ts'

/** A place where a territory's history is not what was written. */
export type Damage = { readonly territory: string; readonly seq: number; readonly what: 'changed' | 'missing' | 'tailCut' }

/** Walks the chain of every territory and names each break. An empty list: history is whole. */
export async function verifyHistory(db: Db): Promise<{ damages: Damage[]; rows: number }> {
  const territories = await everyTerritory(db)
  const damages: Damage[] = []
  let rows = 0
  for (const territory of territories) {
    const found = await verifyTerritory(db, territory.id, territory.code)
    damages.push(...found.damages)
    rows += found.rows
  }
  return { damages, rows }
}

function verifyTerritory(db: Db, territoryId: TerritoryId, territory: string): Promise<{ damages: Damage[]; rows: number }> {
  return read(db, { territoryId }, async (tx) => {
    const damages: Damage[] = []
    let [expected, rows] = [1, 0]
    let previous: Buffer = genesis
    for (;;) {
      const page = await tx
        .selectFrom('history')
        .selectAll()
        .where('territoryId', '=', territoryId)
        .where('seq', '>=', expected)
        .orderBy('seq')
        .limit(2000)
        .execute()
      for (const row of page) {
        if (row.seq !== expected) damages.push({ territory, seq: expected, what: 'missing' })
        else if (!row.prevHash.equals(previous) || !hashOf(row.prevHash, row).equals(row.hash))
          damages.push({ territory, seq: row.seq, what: 'changed' })
        expected = row.seq + 1
        previous = row.hash
        rows++
      }
      if (page.length < 2000) break
    }
    const head = await tx
      .selectFrom('historyHeads')
      .select(['seq', 'hash'])
      .where('territoryId', '=', territoryId)
      .executeTakeFirst()
    const [seq, hash] = head ? [head.seq, head.hash] : [0, genesis]
    if (seq !== expected - 1 || !hash.equals(previous)) damages.push({ territory, seq: expected, what: 'tailCut' })
    return { damages, rows }
  })
}
