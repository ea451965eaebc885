import { type RawBuilder, sql } from 'kysely'

/** Words to look for; nothing shorter than two letters, no more than six. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []
  )
    .filter((word) => word.length > 1 || /\p{N}/u.test(word))
    .slice(0, 6)

/** Text as it is compared: small letters, «ё» as «е». */
export const plain = (text: RawBuilder<unknown>) => sql<string>`replace(lower(${text}), 'ё', 'е')`

/** Letters and numbers of a name only, as `nameKey` compares them. */
export const keyOf = (name: RawBuilder<unknown>) => sql<string>`regexp_replace(${plain(name)}, '[^[:alnum:]]+', '', 'g')`

/** A typing error of one letter in a word of six leaves about so much of its trigrams. */
const alike = 0.45
const guessable = 5

const canBeGuessed = (word: string) => word.length >= guessable && !/\p{N}/u.test(word)

/** Each word stands in the text, or a longer one is nearly there. `е` and `ё` are one letter. What is not guessed is asked first: it costs a tenth. */
export function matches(searched: RawBuilder<string>, words: readonly string[]): RawBuilder<boolean> {
  const each = words
    .toSorted((a, b) => Number(canBeGuessed(a)) - Number(canBeGuessed(b)))
    .map((word) =>
      canBeGuessed(word)
        ? sql<boolean>`(${searched} like ${`%${word}%`} or word_similarity(${word}, ${searched}) >= ${alike})`
        : sql<boolean>`${searched} like ${`%${word}%`}`,
    )
  return sql<boolean>`${sql.join(each, sql` and `)}`
}
