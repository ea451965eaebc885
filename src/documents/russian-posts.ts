import type { GrammaticalCase } from './russian.ts'

type Endings = Record<GrammaticalCase, string>

/** Endings of the words posts are made of. The first line whose ending fits and which knows the kind of the word is used. */
const adjectives: readonly [RegExp, Endings][] = [
  [/(?<=[гкх])ий$/, { genitive: 'ого', dative: 'ому', accusative: 'ого' }],
  [/ый$|ой$/, { genitive: 'ого', dative: 'ому', accusative: 'ого' }],
  [/ий$/, { genitive: 'его', dative: 'ему', accusative: 'его' }],
  [/(?<=[жшчщ])ая$/, { genitive: 'ей', dative: 'ей', accusative: 'ую' }],
  [/ая$/, { genitive: 'ой', dative: 'ой', accusative: 'ую' }],
  [/яя$/, { genitive: 'ей', dative: 'ей', accusative: 'юю' }],
]

const nouns: readonly [RegExp, Endings][] = [
  [/ь$/, { genitive: 'я', dative: 'ю', accusative: 'я' }],
  [/(?<=[гкхжшчщ])а$/, { genitive: 'и', dative: 'е', accusative: 'у' }],
  [/а$/, { genitive: 'ы', dative: 'е', accusative: 'у' }],
  [/$/, { genitive: 'а', dative: 'у', accusative: 'а' }],
]

/**
 * A post in a case: «заместителю директора», «главного специалиста». The adjectives before the first noun and that noun change,
 * what depends on it stays. «И. о. …» and «исполняющий обязанности …» are kept: only a person can tell how to put them.
 */
export function postIn(post: string, grammaticalCase: GrammaticalCase, correctedForm?: string | null): string {
  if (correctedForm) return correctedForm
  if (/^(?:и\.\s?о\.|врио|исполняющ)/iu.test(post.trim())) return post
  const parts = post.split(' ')
  const head = parts.findIndex((word) => !isAdjective(word))
  const last = head === -1 ? parts.length - 1 : isPersonAlready(parts, head) ? head - 1 : head
  return parts.map((word, at) => (at <= last ? wordIn(word, grammaticalCase) : word)).join(' ')
}

/** «Заведующий МКУ»: the participle is the noun, what follows is not a post. */
function isPersonAlready(parts: readonly string[], head: number): boolean {
  return head > 0 && /^(?:заведующ|управляющ)/iu.test(parts[head - 1] ?? '')
}

const isAdjective = (word: string): boolean => /(?:ый|ий|ой|ая|яя)$/u.test(word)

/** «Педагог-психолог» changes in both halves. */
function wordIn(word: string, grammaticalCase: GrammaticalCase): string {
  return word
    .split('-')
    .map((half) => halfIn(half, grammaticalCase))
    .join('-')
}

function halfIn(word: string, grammaticalCase: GrammaticalCase): string {
  const rules = isAdjective(word) ? adjectives : nouns
  const [ending, forms] = rules.find(([pattern]) => pattern.test(word)) ?? []
  return ending && forms ? word.replace(ending, forms[grammaticalCase]) : word
}
