import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'

type Condition = RawBuilder<boolean>

/** A word with a typing error has to be at least so alike to a place in the text. «граматность» is 0.67 of «грамотности». */
const likeness = '0.5'
const shortestGuess = 4

/** The words of a question, with «ё» as «е» and without signs that mean something to the search itself. */
export const questionOf = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}"-]+/gu, ' ')
    .trim()
    .slice(0, 200)

/**
 * How register entries are searched. First by Russian word forms, each stem also as the beginning of a longer word («чебула» finds
 * «Чебулинский»). Only when nothing has these words, by likeness of letters; quotes and minus signs mean what they say. Null: nothing was asked.
 */
export async function searchCondition(
  tx: Tx,
  typed: string | null,
  territoryId: string | null = null,
): Promise<Condition | null> {
  const question = questionOf(typed ?? '')
  if (!/[\p{L}\p{N}]/u.test(question)) return null
  const byForms = sql<boolean>`e.search @@ ${stems(question)}`
  const within = territoryId === null ? sql`true` : sql`e.territory_id = ${territoryId}`
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from register_entries e where ${byForms} and ${within}) as found,
      set_config('pg_trgm.word_similarity_threshold', ${likeness}, true)`.execute(tx)
  const isExact = /"|(^|\s)-/.test(question)
  return rows[0]!.found || isExact ? byForms : byLikeness(question)
}

/** `'функциональн':* & 'грамотн':*` — numbers and short stems stay as they are, or «3» would find «37». */
const stems = (question: string) =>
  sql`(regexp_replace(websearch_to_tsquery('russian', ${question})::text, '''([^''0-9]{3,})''', '''\\1'':*', 'g'))::tsquery`

function byLikeness(question: string): Condition {
  const words = question.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return sql<boolean>`(${sql.join(
    words.map((word) => (canBeGuessed(word) ? sql`e.search_text %> ${word}` : isThere(word))),
    sql` and `,
  )})`
}

const canBeGuessed = (word: string) => word.length >= shortestGuess && !/\p{N}/u.test(word)

/** Numbers and short words are not guessed; words like «на» say nothing. */
const isThere = (word: string) =>
  sql`(numnode(plainto_tsquery('russian', ${word})) = 0 or e.search @@ plainto_tsquery('russian', ${word}))`
