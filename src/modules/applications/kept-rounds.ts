import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import { canonical } from '../../history/chain.ts'
import type { ApplicationId } from '../../kernel/types.ts'
import { mostIds } from '../../kit/invariants.ts'

const atOnce = 200

/** Rounds whose snapshot is not what its hash was taken over. Read in portions: a snapshot may be long. */
export async function changedRounds(tx: Tx): Promise<string[]> {
  const changed: string[] = []
  let after = { applicationId: '00000000-0000-0000-0000-000000000000', round: 0 }
  for (;;) {
    const { rows } = await sql<{ applicationId: ApplicationId; round: number; snapshot: unknown; hash: Buffer }>`
      select application_id, round, snapshot, hash from application_rounds
      where (application_id, round) > (${after.applicationId}::uuid, ${after.round}) order by application_id, round limit ${atOnce}`.execute(
      tx,
    )
    for (const { applicationId, snapshot, hash } of rows)
      if (!createHash('sha256').update(canonical(snapshot)).digest().equals(hash)) changed.push(applicationId)
    const last = rows.at(-1)
    if (!last || rows.length < atOnce || changed.length >= mostIds) return changed.slice(0, mostIds)
    after = last
  }
}
