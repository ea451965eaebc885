import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import { oneRow } from '../../../db/one-row.ts'
import type { Tx } from '../../../db/pool.ts'

/**
 * The next number of the operator's journal: its submissions about applications and about statuses are numbered together through the year.
 * Whoever comes second waits.
 */
export async function takeNumber(tx: Tx, ctx: Pick<Ctx, 'territory'>, year: number): Promise<number> {
  const { id } = ctx.territory
  await sql`select pg_advisory_xact_lock(hashtextextended(${`operator submissions of ${id}`}, 0))`.execute(tx)
  return (
    (
      await oneRow(
        tx,
        sql<{ last: number }>`
    select greatest(
      (select max(number) from operator_submissions where territory_id = ${id} and year = ${year}),
      (select max(submission_number) from status_cases where territory_id = ${id} and submission_year = ${year}),
      0)::int as last`,
      )
    ).last + 1
  )
}
