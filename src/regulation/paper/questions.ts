import type { Regulation } from '../schema.ts'
import type { WordForm } from '../words.ts'
import { usualPaper } from './schema.ts'

/** How a deadline names local time here: «по Кемерову». */
export const localTimeOf = (regulation: Regulation | null | undefined): string | null => regulation?.localTime ?? null

/** What the paper calls itself: «Положение», in the form asked for. */
export const paperWord = (regulation: Pick<Regulation, 'paperWords'>, form: WordForm = 'nominative'): string =>
  regulation.paperWords[form]

/** Whether it is called as most are. */
export const isCalledUsually = (regulation: Pick<Regulation, 'paperWords'>): boolean =>
  paperWord(regulation) === usualPaper.nominative

/** Its title in a form of its first word: «Положения о …», «Порядка …»; as it stands where it begins otherwise. */
export const titleAs = ({ title, paperWords }: Pick<Regulation, 'title' | 'paperWords'>, form: WordForm): string =>
  title.startsWith(`${paperWords.nominative} `) ? paperWords[form] + title.slice(paperWords.nominative.length) : title
