/** Signs that show nothing: a byte order mark, a soft hyphen, marks of direction, joiners, a blank of Braille, what ends a line of a terminal. */
const invisible = /[\p{Default_Ignorable_Code_Point}\u2800]|(?![\t\n])\p{Cc}/gu
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
const hyphens = /[\u2010\u2011\u2043\ufe63\uff0d]|(?<=\p{L})\u2212(?=\p{L})/gu

/**
 * A text as it enters the program, whoever typed or pasted it: each letter is one sign (NFC), each hyphen the same hyphen, each space the same
 * space, nothing is there that cannot be seen. Lines stay lines.
 */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(lineEnds, '\n')
    .replace(invisible, '')
    .replace(hyphens, '-')
    .replace(/\p{Zs}/gu, ' ')

/** A text of one line: a name, a question of a search. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()
