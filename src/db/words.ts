import { type RawBuilder, sql } from 'kysely'

const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')

/** Words of a name: nothing shorter than two letters, no more than six. */
export const wordsOf = (text: string): string[] =>
  (folded(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [])
    .filter((word) => word.length > 1 || /\p{N}/u.test(word))
    .slice(0, 6)

/** A search as the database is asked it; empty when there is nothing to look for. */
export type Question = string

const mostAsked = 200
const mostWords = 12

/**
 * The words of a search without signs that mean something to the database: letters and numbers, quotes round words that stand together and a minus
 * before one that is not wanted. A name with a hyphen is two words, an initial is none.
 */
export function questionOf(typed: string | null): Question {
  const words = folded(typed ?? '')
    .slice(0, mostAsked)
    .replace(/(?<=[\p{L}\p{N}])-+|-+(?![\p{L}\p{N}"])/gu, ' ')
    .replace(/[^\p{L}\p{N}"-]+/gu, ' ')
    .split(' ')
    .filter((word) => /\p{N}|\p{L}.*\p{L}/u.test(word))
    .slice(0, mostWords)
  return words.join(' ')
}

/** The words of a text that a search with a typing error may mean. */
export const guessableWords = (text: string): string[] =>
  (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= 4 && word.length <= 60 && !/\p{N}/u.test(word))

/** Kinds of things whose words are kept for the search (`search_texts`). */
export type SearchedKind = 'person' | 'organisation' | 'order' | 'plan' | 'programme' | 'event'

/** Of more the search does not say how many there are. */
export const mostFound = 300

/** The ids of what holds a question, or of what is most alike to it; `most` of them. */
export const idsFound = (kind: SearchedKind, question: Question, most: number | null = null) =>
  sql`array(select thing_id from search_find(${kind}, ${question}, '{}', null, ${most}::int, null))`

/** Whether a text that is kept nowhere else holds a question, or something alike. */
export const holds = (text: RawBuilder<unknown>, question: Question) => sql<boolean>`search_holds(${text}, ${question})`

/** Text as it is compared: small letters, «ё» as «е». */
export const plain = (text: RawBuilder<unknown>) => sql<string>`replace(lower(${text}), 'ё', 'е')`

/** Letters and numbers of a name only, as `nameKey` compares them. */
export const keyOf = (name: RawBuilder<unknown>) => sql<string>`regexp_replace(${plain(name)}, '[^[:alnum:]]+', '', 'g')`
