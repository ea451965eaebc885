import { oneStop } from '../kernel/names.ts'

const nbsp = '\u00a0'

const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'
const before = 'п\\.\\s?п|пп|п|ст|ч|гл|разд|подп|абз|г|ул|пр|д|кв|с|стр|прил|табл|рис'

/** Words of one letter and short prepositions, which do not end a line: «в школе», «и педагогов», «по приказу». */
const short = 'а|в|и|к|о|с|у|я|во|до|за|из|ко|на|не|ни|об|от|по|со'

/** Initials have one form, a space after each: «В. П. Грицкова», «Снигур Н. А.». */
const initials: readonly [RegExp, string][] = [
  [/(?<![\p{L}.])(\p{Lu}\.) ?(\p{Lu}\.) ?(?=\p{Lu}\p{Ll})/gu, `$1${nbsp}$2${nbsp}`],
  [/(\p{Lu}\p{Ll}+)[ \u00a0](\p{Lu}\.) ?(?=\p{Lu}\.)/gu, `$1${nbsp}$2${nbsp}`],
]

/** Each rule joins what must not be parted at the end of a line. Quotes and dashes stay as they were typed. */
const rules: readonly [RegExp, string][] = [
  ...initials,
  [new RegExp(`(?<![\\p{L}\\p{N}.-])(${short}) (?=\\S)`, 'giu'), `$1${nbsp}`],
  [/ (бы|же|ли)(?!\p{L})/gu, `${nbsp}$1`],
  [/([№§]) (?=\S)/g, `$1${nbsp}`],
  [new RegExp(`(?<![\\p{L}\\p{N}]|\\d[ ${nbsp}])(${before})\\. (?=[\\p{N}\\p{Lu}«])`, 'gu'), `$1.${nbsp}`],
  [new RegExp(`(?<!\\p{N})(\\d{1,2}) (${months})(?!\\p{L})`, 'gu'), `$1${nbsp}$2`],
  [new RegExp(`(${months}) (\\d{4})(?!\\d)`, 'gu'), `$1${nbsp}$2`],
  [/(\d{4}) (?=(?:г|гг)\.|год)/gu, `$1${nbsp}`],
  [/(?<!\p{L})(\p{Lu}\.) (?=\p{Lu}(?:\.|\p{Ll}))/gu, `$1${nbsp}`],
  [/(\p{Lu}\p{Ll}+) (?=\p{Lu}\.[ \u00a0]?\p{Lu}\.)/gu, `$1${nbsp}`],
  [/(\d) (?=\d{3}(?!\d))/g, `$1${nbsp}`],
  [/(\d) (?=(?:руб|коп|ч|мин|ак\. ч|чел|%))/gu, `$1${nbsp}`],
  [/ (?=[–—] )/g, nbsp],
]

/** One full stop at the end of a sentence, and no-break spaces where an office puts them: «№ 3», «п. 4.3», «15 июня 2022 г.», «С. В. Красий». */
export function unbreakable(text: string): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), oneStop(text))
}

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
