import { capital } from './names.ts'

type Cases = {
  /** The accusative too. */
  readonly nominative: string
  /** The same with a capital, where a sentence begins. */
  readonly title: string
  readonly genitive: string
  readonly dative: string
  readonly instrumental: string
  readonly prepositional: string
}

/** A noun in its forms, and what has to agree with it. */
export type Noun = Cases & {
  readonly many: Cases
  /** A word said of it, in its gender: «подписан» → «подписано», «другой» → «другое». */
  agreed(word: string): string
}

type Endings = readonly [nominative: string, genitive: string, dative: string, instrumental: string, prepositional: string]
const cases = (stem: string, [nominative, genitive, dative, instrumental, prepositional]: Endings): Cases => ({
  nominative: stem + nominative,
  title: capital(stem + nominative),
  genitive: stem + genitive,
  dative: stem + dative,
  instrumental: stem + instrumental,
  prepositional: stem + prepositional,
})

/** A noun without an ending: «документ». */
export const masculine = (stem: string): Noun => ({
  ...cases(stem, ['', 'а', 'у', 'ом', 'е']),
  many: cases(stem, ['ы', 'ов', 'ам', 'ами', 'ах']),
  agreed: (word) => word,
})

/** A noun in «-ие»; of what agrees only the nominative differs. */
export const neuter = (nominative: string, stem = nominative.slice(0, -2)): Noun => ({
  ...cases(stem, ['ие', 'ия', 'ию', 'ием', 'ии']),
  many: cases(stem, ['ия', 'ий', 'иям', 'иями', 'иях']),
  agreed: inNeuter,
})

const neuterEndings: readonly (readonly [RegExp, string])[] = [
  [/тот$/u, 'то'],
  [/(?:ый|ой)$/u, 'ое'],
  [/ий$/u, 'ее'],
  [/ён$/u, 'ено'],
  [/$/u, 'о'],
]

/** «этот» → «это», «подписанный» → «подписанное», «отменён» → «отменено», «вступил» → «вступило». */
function inNeuter(word: string): string {
  const [ending, neuterEnding] = neuterEndings.find(([pattern]) => pattern.test(word)) ?? [/$/u, 'о']
  return word.replace(ending, neuterEnding)
}
