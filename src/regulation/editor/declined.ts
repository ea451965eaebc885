import { declined, type WordForm, type Words } from '../words.ts'

type Endings = readonly [genitive: string, dative: string, instrumental: string, many: string]

/** How words of an ending change, the longest ending first; `cut` letters go. */
const adjectives: readonly (readonly [ending: RegExp, cut: number, Endings])[] = [
  [/[гкх]ий$/, 2, ['ого', 'ому', 'им', 'ие']],
  [/ий$/, 2, ['его', 'ему', 'им', 'ие']],
  [/[ыо]й$/, 2, ['ого', 'ому', 'ым', 'ые']],
  [/[гкхжшчщ]ая$/, 2, ['ой', 'ой', 'ой', 'ие']],
  [/ая$/, 2, ['ой', 'ой', 'ой', 'ые']],
  [/яя$/, 2, ['ей', 'ей', 'ей', 'ие']],
  [/ое$/, 2, ['ого', 'ому', 'ым', 'ые']],
  [/[^иь]ее$/, 2, ['его', 'ему', 'им', 'ие']],
]
const nouns: typeof adjectives = [
  // «заведующий», «дежурный»
  [/[щч]ий$/, 2, ['его', 'ему', 'им', 'ие']],
  [/ый$/, 2, ['ого', 'ому', 'ым', 'ые']],
  [/ие$/, 1, ['я', 'ю', 'ем', 'я']],
  [/ия$/, 1, ['и', 'и', 'ей', 'и']],
  [/[гкхжшчщ]а$/, 1, ['и', 'е', 'ой', 'и']],
  [/а$/, 1, ['ы', 'е', 'ой', 'ы']],
  [/я$/, 1, ['и', 'е', 'ей', 'и']],
  [/о$/, 1, ['а', 'у', 'ом', 'а']],
  [/е$/, 1, ['я', 'ю', 'ем', 'я']],
  [/(?:тель|арь)$/, 1, ['я', 'ю', 'ем', 'и']],
  [/ь$/, 1, ['и', 'и', 'ью', 'и']],
  [/й$/, 1, ['я', 'ю', 'ем', 'и']],
  [/[жшчщц]$/, 0, ['а', 'у', 'ем', 'и']],
  [/[гкх]$/, 0, ['а', 'у', 'ом', 'и']],
  [/[бвдзлмнпрстф]$/, 0, ['а', 'у', 'ом', 'ы']],
]

const found = (table: typeof adjectives, word: string) => table.find(([ending]) => ending.test(word))
/** «МКУ», «№ 3», «имени» in quotes: what is no word of the language stays as it is. */
const isFixed = (word: string): boolean => !/^[А-ЯЁ]?[а-яё-]+$/.test(word)

const changed = ([, cut, endings]: (typeof nouns)[number], word: string, which: number): string =>
  `${cut === 0 ? word : word.slice(0, -cut)}${endings[which]}`

/** Where the noun stands that the adjectives at the beginning belong to. */
const nounIn = (words: readonly string[]): number =>
  words.findIndex((word, index) => !found(adjectives, word) || isFixed(word) || index === words.length - 1)
/** «Тематический план», «график»: nothing follows the noun, and it stands in its first form. */
function endsInNoun(phrase: string): boolean {
  const words = phrase.split(' ')
  const noun = words.at(-1) ?? ''
  return nounIn(words) === words.length - 1 && !isFixed(noun) && found(nouns, noun) !== undefined
}

/**
 * The forms of a name as they are proposed to a person, who puts them right: adjectives at its beginning and the noun they belong to change,
 * what follows stays.
 */
export function proposedForms(phrase: string): Words {
  const [first = '', second = '', ...others] = phrase.split(' и ')
  // «Тематический план и график»: both nouns change; of «управление образования и науки» only the first does.
  if (others.length === 0 && endsInNoun(first) && endsInNoun(second)) {
    const [one, other] = [proposedForms(first), proposedForms(second)]
    const both = (form: WordForm) => `${one[form]} и ${other[form]}`
    return declined(phrase, both('genitive'), both('dative'), both('instrumental'), both('many'))
  }
  const words = phrase.split(' ')
  const noun = nounIn(words)
  const form = (which: number) =>
    words
      .map((word, index) => {
        const rule = index > noun || isFixed(word) ? undefined : found(index < noun ? adjectives : nouns, word)
        if (!rule) return word
        // Both words of «план-график» change.
        return index < noun
          ? changed(rule, word, which)
          : word
              .split('-')
              .map((part) => changed(found(nouns, part) ?? rule, part, which))
              .join('-')
      })
      .join(' ')
  return { nominative: phrase, genitive: form(0), dative: form(1), instrumental: form(2), many: form(3) }
}
