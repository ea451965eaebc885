import { bodyWord, siteWord } from '../parties/questions.ts'
import type { Regulation } from '../schema.ts'

/** What a party of the regulation is called on a page of a year on trial; null for one it does not know. */
export const partyWord = (regulation: Regulation, code: string): string | null =>
  bodyWord(regulation, code) || (code === 'site' ? siteWord(regulation) : null)
