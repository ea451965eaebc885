import { oneStop } from './names.ts'

const nbsp = '\u00a0'
const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'
const before = 'п\\.\\s?п|пп|п|ст|ч|гл|разд|подп|абз|г|ул|пр|д|кв|с|стр|прил|табл|рис'
const units = 'г\\.|дней|дня|день|ч(?!\\p{L})|чел|мин|ак\\. ч|КБ|МБ|руб|коп|%'

/** Words of one letter and short prepositions, which do not end a line on paper: «в школе», «и педагогов», «по приказу». */
const short = 'а|в|и|к|о|с|у|я|во|до|за|из|ко|на|не|ни|об|от|по|со'

type Rule = {
  /** Most texts lack it, and it is looked for faster than the pattern. */
  readonly sign: RegExp
  readonly pattern: RegExp
  readonly put: string
  /** A page breaks its lines anew at every width: there only what hurts the eye is joined. */
  readonly onPaper?: true
}

/** Each rule joins what must not be parted at the end of a line. Quotes and dashes stay as they were typed. */
const rules: readonly Rule[] = [
  // Initials have one form, a space after each: «В. П. Грицкова», «Снигур Н. А.».
  { sign: /\. ?.\./u, pattern: /(?<![\p{L}.])(\p{Lu}\.) ?(\p{Lu}\.) ?(?=\p{Lu}\p{Ll})/gu, put: `$1${nbsp}$2${nbsp}` },
  { sign: /\. ?.\./u, pattern: /(\p{Lu}\p{Ll}+)[ \u00a0](\p{Lu}\.)[ \u00a0]?(?=\p{Lu}\.)/gu, put: `$1${nbsp}$2${nbsp}` },
  { sign: / /, pattern: new RegExp(`(?<![\\p{L}\\p{N}.-])(${short}) (?=\\S)`, 'giu'), put: `$1${nbsp}`, onPaper: true },
  { sign: / [бжл]/, pattern: / (бы|же|ли)(?!\p{L})/gu, put: `${nbsp}$1`, onPaper: true },
  { sign: /[№§] /, pattern: /([№§]) (?=\S)/g, put: `$1${nbsp}` },
  {
    sign: /\. /,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}]|\\d[ ${nbsp}])(${before})\\. (?=[\\p{N}\\p{Lu}«])`, 'gu'),
    put: `$1.${nbsp}`,
  },
  { sign: /\d /, pattern: new RegExp(`(?<!\\p{N})(\\d{1,2}) (${months})(?!\\p{L})`, 'gu'), put: `$1${nbsp}$2` },
  { sign: /[ая] \d/, pattern: new RegExp(`(${months}) (\\d{4})(?!\\d)`, 'gu'), put: `$1${nbsp}$2` },
  { sign: /\d /, pattern: /(\d{4}) (?=(?:г|гг)\.|год)/gu, put: `$1${nbsp}`, onPaper: true },
  { sign: /\. /, pattern: /(?<!\p{L})(\p{Lu}\.) (?=\p{Lu}(?:\.|\p{Ll}))/gu, put: `$1${nbsp}`, onPaper: true },
  { sign: /\d \d/, pattern: /(\d) (?=\d{3}(?!\d))/g, put: `$1${nbsp}` },
  { sign: /\d /, pattern: new RegExp(`(\\d) (?=(?:${units}))`, 'gu'), put: `$1${nbsp}` },
  { sign: / [–—] /, pattern: / (?=[–—] )/g, put: nbsp },
]
/** Hours of a day stay together on the narrowest telephone: «16:00–17:30». Paper has no such lines, and its font no such sign. */
const hours: Rule = { sign: /:\d\d–\d/, pattern: /(\d:\d\d–)(?=\d)/g, put: '$1\u2060' }
const ofPages = [...rules.filter(({ onPaper }) => !onPaper), hours]

const joined = (own: readonly Rule[], text: string): string =>
  own.reduce((result, { sign, pattern, put }) => (sign.test(result) ? result.replace(pattern, put) : result), oneStop(text))

/** Every rule of a page is about one of these: most of its texts have none, and a page has thousands of texts. */
const concerned = /[№§.–—\d]/

/** One full stop at the end of a sentence, and no-break spaces where an office puts them: «№ 3», «п. 4.3», «15 июня 2022 г.», «С. В. Красий». */
export const boundOnPaper = (text: string): string => joined(rules, text)

/** The same on a page, where lines break anew at every width: short words are not bound. */
export const boundOnPage = (text: string): string => (concerned.test(text) ? joined(ofPages, text) : text)
