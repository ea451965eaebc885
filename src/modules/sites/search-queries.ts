import { type RawBuilder, sql } from 'kysely'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { plannedAnew } from '../../db/prepared-statements.ts'

type Condition = RawBuilder<boolean>

/** A word with a typing error has to be at least so alike to a word of the register. «граматность» is 0.5 of «грамотности». */
const likeness = '0.4'
const shortestGuess = 4
const mostGuesses = 8

/** Text as it is compared: lower case, «ё» as «е». */
const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')

/** The words of a question without signs that mean something to the search itself; quotes and minus stay. */
export const questionOf = (typed: string): string =>
  folded(typed)
    .replace(/[^\p{L}\p{N}"-]+/gu, ' ')
    .trim()
    .slice(0, 200)

const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
const canBeGuessed = (word: string) => word.length >= shortestGuess && word.length <= 60 && !/\p{N}/u.test(word)

/** The words of a text that a question with typing errors may mean. */
export const guessableWords = (text: string): string[] => wordsOf(text).filter(canBeGuessed)

/**
 * How register entries `e` are searched. First by Russian word forms, each stem also as the beginning of a longer word («чебула» finds
 * «Чебулинский»). Only when nothing has these words, by the words of the register that are most alike; quotes and minus signs mean
 * what they say. Null: nothing was asked.
 */
export async function searchCondition(
  tx: Tx,
  typed: string | null,
  territoryId: string | null = null,
): Promise<Condition | null> {
  const question = questionOf(typed ?? '')
  if (!/[\p{L}\p{N}]/u.test(question)) return null
  const within = territoryId === null ? sql`true` : sql`e.territory_id = ${territoryId}`
  const { forms, found } = await oneRow(
    tx,
    sql<{ forms: string; found: boolean }>`
    with asked as materialized (select ${stems(sql`${question}`)} as forms)
    select forms::text as forms, exists (select 1 from register_entries e where e.search @@ asked.forms and ${within}) as found from asked`,
  )
  const isExact = /"|(^|\s)-/.test(question)
  return found || isExact ? matches(forms) : byGuess(tx, question)
}

/** The question is given as a constant: the database would otherwise work it out anew for every entry. */
const matches = (forms: string): Condition => sql<boolean>`${sql.raw(plannedAnew)} e.search @@ ${forms}::tsquery`

/** `'функциональн':* & 'грамотн':*` — numbers and short stems stay as they are, or «3» would find «37». */
const stems = (question: RawBuilder<unknown>) =>
  sql`(regexp_replace(websearch_to_tsquery('russian', ${question})::text, '''([^''0-9]{3,})''', '''\\1'':*', 'g'))::tsquery`

/** Each word of the question, or one of the words most alike to it, has to be there; words like «на» say nothing. */
async function byGuess(tx: Tx, question: string): Promise<Condition> {
  const words = wordsOf(question)
  await sql`select set_config('pg_trgm.similarity_threshold', ${likeness}, true)`.execute(tx)
  const { rows } = await sql<{ forms: string }>`
    select (${stems(sql`asked`)} || websearch_to_tsquery('russian', array_to_string(array(
        select word from register_words where guessed and word % asked order by similarity(word, asked) desc, word limit ${mostGuesses}), ' or ')))::text as forms
    from unnest(${words}::text[], ${words.map(canBeGuessed)}::boolean[]) as question (asked, guessed)
    where numnode(plainto_tsquery('russian', asked)) > 0`.execute(tx)
  if (rows.length === 0) return sql<boolean>`false`
  return sql<boolean>`(${sql.join(
    rows.map(({ forms }) => matches(forms)),
    sql` and `,
  )})`
}
