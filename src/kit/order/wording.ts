import { dayBefore } from '../../kernel/dates.ts'
import { daysIn } from '../../kernel/days-in-text.ts'
import { oneStop } from '../../kernel/names.ts'

/** What a point says of its changes: the sentence, and the words in it that come from fields. */
export type Wording = { readonly text: string; readonly said: readonly string[] }

/** Words that no field decides: the regulation's own, or a turn of phrase. */
export const turn = (text: string): Wording => ({ text, said: [] })
export const silence = turn('')

/** A sentence made from fields: say`Продлить статус площадки ${site} по ${day}.` What stands in the gaps is what it says. */
export function say(fixed: TemplateStringsArray, ...fields: readonly (string | Wording)[]): Wording {
  const parts = fields.map((field) => (typeof field === 'string' ? { text: field, said: [field] } : field))
  return {
    text: oneStop(fixed.map((words, at) => words + beforeStop(parts[at]?.text ?? '', fixed[at + 1])).join('')),
    said: parts.flatMap(({ said }) => said).filter((words) => words.trim() !== ''),
  }
}

/** A field that ends with a full stop of its own needs no second one after it. */
const beforeStop = (field: string, next = '') => (next.startsWith('.') ? field.replace(/\.$/, '') : field)

/** Several one after another; those that say nothing leave no gap. */
export const together = (parts: readonly Wording[], between = ' '): Wording => ({
  text: parts.flatMap(({ text }) => (text === '' ? [] : [text])).join(between),
  said: parts.flatMap(({ said }) => said),
})

/** The sentence, or nothing where the field is empty. */
export const ifAny = <Value>(value: Value | null | undefined, words: (value: Value) => Wording): Wording =>
  value === null || value === undefined ? silence : words(value)

const tokens = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/\d{1,2}:\d{2}|\d+|\p{L}{2,}/gu) ?? []
const longest = 3

/** Whether two words are one in different cases: «Морозова», «Морозову». */
function alike(one: string, other: string): boolean {
  if (/\d/.test(one) || one.length <= longest) return one === other
  return other.startsWith(one.slice(0, Math.max(longest, one.length - 2))) && Math.abs(one.length - other.length) <= longest
}

const withoutDays = (text: string) => daysIn(text).reduce((rest, { words }) => rest.replace(words, ' '), text)

/** What the changes say and this text does not, in whatever case and however days are written. */
export function unsaidIn(text: string, { said }: Wording): string[] {
  const days = new Set(daysIn(text).map(({ day }) => day))
  const words = tokens(withoutDays(text))
  return said.filter(
    (piece) =>
      !daysIn(piece).every(({ day }) => days.has(day)) ||
      !tokens(withoutDays(piece)).every((one) => words.some((other) => alike(one, other))),
  )
}

/** A day or an hour as a text names it, and everything it may mean. */
type Moment = { readonly means: readonly string[]; readonly words: string }

/**
 * The days a text sets. That of another paper, «от 28.01.2021 № 33», is none of them; «с 1 сентября» may begin what ends on 31 August, and
 * «до 1 сентября» leave that day out.
 */
const daysSetIn = (text: string): Moment[] =>
  daysIn(text)
    .filter(({ at }) => !/(?<!\p{L})от\s$/iu.test(text.slice(0, at)))
    .map(({ day, words, at }) => ({
      means: /(?<!\p{L})(?:с|со|до)\s$/iu.test(text.slice(0, at)) ? [day, dayBefore(day)] : [day],
      words,
    }))

const hour = (hours: string, minutes = '00') => `${hours.padStart(2, '0')}:${minutes}`
/** Hours written «18:00»: nothing else in an order looks so. */
const hoursIn = (text: string): Moment[] =>
  [...text.matchAll(/(?<!\d)(\d{1,2}):(\d{2})(?!\d)/g)].map(([words, hours = '', minutes]) => ({
    means: [hour(hours, minutes)],
    words,
  }))
/** Hours however they are written; «3.30» may be a clause and «36 часов» a length, so these only agree and never contradict. */
const hoursPerhapsIn = (text: string): Moment[] =>
  [...text.matchAll(/(?<![\d.])(\d{1,2})(?:\.(\d{2})(?!\d|\.\d)|\s+час)/giu)].map(([words, hours = '', minutes]) => ({
    means: [hour(hours, minutes)],
    words,
  }))

const without = (from: readonly Moment[], those: readonly Moment[]) =>
  from.find(({ means }) => !those.some((one) => one.means.some((each) => means.includes(each))))

/** A day or hour that the text sets while the changes mean another one, which the text does not name; null when they agree. */
export function contradiction(text: string, wording: Wording): { readonly typed: string; readonly meant: string } | null {
  const meantIn = (find: (piece: string) => Moment[]) => wording.said.flatMap(find)
  for (const [typed, meant, named] of [
    [daysSetIn(text), meantIn(daysSetIn), daysSetIn(text)],
    [hoursIn(text), meantIn(hoursIn), [...hoursIn(text), ...hoursPerhapsIn(text)]],
  ] as const) {
    const [other, missing] = [without(typed, meant), without(meant, named)]
    if (other && missing) return { typed: other.words, meant: missing.words }
  }
  return null
}
