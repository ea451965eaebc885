import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../db/pool.ts'
import { everyTerritory } from '../db/territories.ts'
import { read } from '../db/transact.ts'
import { type Damage, damageSentence } from '../history/damage.ts'
import { verifyHistory } from '../history/verify.ts'
import { readWitness } from '../history/witness.ts'
import { invariants } from '../kit/install.ts'
import { mostIds } from '../kit/invariants.ts'

export type Violation = {
  readonly territory: string
  readonly name: string
  readonly says: string
  readonly ids: readonly string[]
}

/** Checks every invariant in every territory, and that history is whole. An empty list: all is as it must be. */
export async function checkInvariants(db: Db, witnessFile: string | null = null): Promise<Violation[]> {
  const territories = await everyTerritory(db)
  const violations: Violation[] = []
  for (const { id, code } of territories)
    violations.push(...(await read(db, { territoryId: id }, (tx) => violationsIn(tx, code))))
  for (const damage of await damagesOf(db, witnessFile)) {
    const territory = 'territory' in damage ? damage.territory : 'history'
    violations.push({
      territory,
      name: 'history.isWhole',
      says: 'Записи истории целы и идут подряд',
      ids: [damageSentence(damage)],
    })
  }
  return violations
}

async function damagesOf(db: Db, witnessFile: string | null): Promise<readonly Damage[]> {
  const seen = witnessFile === null ? { marks: [], damages: [] } : await readWitness(db, witnessFile, true)
  return [...seen.damages, ...(await verifyHistory(db, seen.marks)).damages]
}

/** Checks one territory, in a transaction of its scope. */
export async function violationsIn(tx: Tx, territory: string): Promise<Violation[]> {
  const violations: Violation[] = []
  for (const one of invariants()) {
    const ids = 'find' in one ? await one.find(tx) : await broken(tx, one.broken)
    if (ids.length > 0) violations.push({ territory, name: one.name, says: one.says, ids })
  }
  return violations
}

async function broken(tx: Tx, query: RawBuilder<{ id: string }>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select b.id::text as id from (${query}) b limit ${mostIds}`.execute(tx)
  return rows.map(({ id }) => id)
}
