/** One full stop at the end of a sentence, and no-break spaces where an office puts them. */
export { boundOnPaper as unbreakable } from '../kernel/binding.ts'

/** The longest word that stays whole: longer ones are names of files, addresses, what a hand forgot to part. */
const longestWord = 30
const breakHere = '\u200b'

/** Long words may break rather than leave the page: after a mark that parts them (`/`, `_`, `-`, `.`, `@`), or anywhere. */
export function breakable(text: string, longest: number = longestWord): string {
  const tooLong = new RegExp(`[^\\s\u00a0\u202f]{${longest + 1},}`, 'gu')
  return text.replace(tooLong, (word) =>
    word
      .replace(/[/\\_.,;@?&=-](?=.)/gu, `$&${breakHere}`)
      .split(breakHere)
      .map((part) => ([...part].length > longest ? [...part].join(breakHere) : part))
      .join(breakHere),
  )
}

/** Control characters, marks that turn the direction of text, invisible fillers and what XML cannot hold. */
const invisible = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/gu

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n|[\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Text fit for a page: one line, nothing invisible in it, letters composed. Markup of any language stays plain text. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
}
