import { randomBytes } from 'node:crypto'

/** Letters and digits that nobody takes for one another. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 130 bits, of which nobody guesses one that is in use. */
const length = 26

/** The code of a new paper. */
export const newCode = (): string => Array.from(randomBytes(length), (byte) => signs.charAt(byte % signs.length)).join('')

/** «9F2K 7QXM …»: as it is printed beside the picture. */
export const codeInGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

const alike: Readonly<Record<string, string>> = {
  ...{ O: '0', I: '1', L: '1' },
  ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: '0', Р: 'P', С: 'C', Т: 'T', Х: 'X' },
}

/** A code as somebody copied it from paper: with spaces, in small letters, in Russian ones that look the same. Null: it is none. */
export function codeTyped(text: string): string | null {
  const typed = [...text.toUpperCase().replace(/[\s\-–—.]/g, '')].map((sign) => alike[sign] ?? sign)
  return typed.length === length && typed.every((sign) => signs.includes(sign)) ? typed.join('') : null
}
