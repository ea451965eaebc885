import { type RawBuilder, sql } from 'kysely'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { plannedAnew } from '../../db/prepared-statements.ts'
import { questionOf } from '../../db/words.ts'

/**
 * How register entries `e` are searched, as everything else is: by Russian word forms; only when nothing has these words, by the words of the register
 * that are most alike, if `near` allows it. Null: nothing was asked. The question is given as a constant: the database would otherwise work it out
 * anew for every entry.
 */
export async function searchCondition(
  tx: Tx,
  typed: string | null,
  { territoryId = null, near = true }: { readonly territoryId?: string | null; readonly near?: boolean } = {},
): Promise<RawBuilder<boolean> | null> {
  const question = questionOf(typed)
  if (question === '') return null
  const within = territoryId === null ? sql`true` : sql`e.territory_id = ${territoryId}`
  const { forms, isFound } = await oneRow(
    tx,
    sql<{ forms: string | null; isFound: boolean }>`
    with asked as materialized (select search_forms('russian', ${question}) as forms)
    select forms::text as forms, exists (select 1 from register_entries e where e.search @@ asked.forms and ${within}) or search_is_exact(${question}) as is_found
    from asked`,
  )
  const meant = isFound || !near ? forms : await guessed(tx, question)
  return meant ? sql<boolean>`${sql.raw(plannedAnew)} e.search @@ ${meant}::tsquery` : sql<boolean>`false`
}

/** The words of the register that a question with typing errors may mean, looked up by an index. */
async function guessed(tx: Tx, question: string): Promise<string | null> {
  await sql`select set_config('pg_trgm.similarity_threshold', '0.4', true)`.execute(tx)
  const { forms } = await oneRow(
    tx,
    sql<{ forms: string | null }>`select search_guess('russian', ${question}, array(
      select distinct r.word from regexp_split_to_table(${question}, ' ') asked join register_words r on r.word % asked))::text as forms`,
  )
  return forms
}
