import { oneStop } from '../kernel/names.ts'

const nbsp = '\u00a0'

const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'
const before = 'п\\.\\s?п|пп|п|ст|ч|гл|разд|подп|абз|г|ул|пр|д|кв|с|стр|прил|табл|рис'

/** Each rule joins what must not be parted at the end of a line. Quotes and dashes stay as they were typed. */
const rules: readonly [RegExp, string][] = [
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

/** One full stop at the end of a sentence, and non-breaking spaces where an office puts them: «№ 3», «п. 4.3», «15 июня 2022 г.», «С. В. Красий». */
export function unbreakable(text: string): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), oneStop(text))
}

/** Control characters, marks that turn the direction of text, invisible fillers and what XML cannot hold. */
const invisible = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/gu

/** Text fit for a page: one line, nothing invisible in it, letters composed. Markup of any language stays plain text. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
}
