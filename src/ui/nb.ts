import { oneStop } from '../kernel/names.ts'

const nbsp = '\u00a0'
const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'

type Rule = readonly [sign: RegExp, pattern: RegExp, put: string]

/** Each rule joins what must not be parted at the end of a line. Most texts lack its sign, which is looked for faster than its pattern. */
const rules: readonly Rule[] = [
  [/№ /, /№ (?=\S)/g, `№${nbsp}`],
  [/\. /, /(?<![\p{L}\p{N}])((?:п|пп|ст|ч|г|ул|д|стр|прил)\.) (?=[\p{N}\p{Lu}«])/gu, `$1${nbsp}`],
  [/\d /, new RegExp(`(?<!\\p{N})(\\d{1,2}) (${months})(?!\\p{L})`, 'gu'), `$1${nbsp}$2`],
  [/[ая] \d/, new RegExp(`(${months}) (\\d{4})(?!\\d)`, 'gu'), `$1${nbsp}$2`],
  [/\d /, /(\d) (?=(?:г\.|дней|дня|день|ч(?!\p{L})|чел\.|мин\.|КБ|МБ|%))/gu, `$1${nbsp}`],
  [/\. ?.\./u, /(\p{Lu}\p{Ll}+) (\p{Lu}\.) ?(\p{Lu}\.)/gu, `$1${nbsp}$2${nbsp}$3`],
  [/\. .\. /u, /(?<!\p{L})(\p{Lu}\.) (\p{Lu}\.) (?=\p{Lu}\p{Ll})/gu, `$1${nbsp}$2${nbsp}`],
  [/ — /, / (?=— )/g, nbsp],
]

/** Every rule is about one of these: most texts have none, and a page has thousands of texts. */
const concerned = /[№.—\d]/

/** One full stop at the end of a sentence, and non-breaking spaces where a typesetter would put them: «№ 3», «п. 4.3», «15 июня 2022 г.», «Снигур Н. А.». */
export function nb(text: string): string {
  if (!concerned.test(text)) return text
  return rules.reduce(
    (result, [sign, pattern, put]) => (sign.test(result) ? result.replace(pattern, put) : result),
    oneStop(text),
  )
}
