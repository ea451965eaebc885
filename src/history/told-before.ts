import { sql } from 'kysely'
import type { Ctx } from '../authz/ctx.ts'
import { oneRow } from '../db/one-row.ts'
import type { Tx } from '../db/pool.ts'
import type { FactKind } from './facts.ts'

/** How many facts of a kind there are about a thing: the number of the next one, for what is told each time. */
export async function factsToldOf(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  subjectId: string,
  kind: FactKind,
): Promise<number> {
  const { count } = await oneRow(
    tx,
    sql<{ count: number }>`select count(*)::int as count from history
      where territory_id = ${territory.id} and subject_id = ${subjectId} and kind = ${kind}`,
  )
  return count
}
