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
    text: oneStop(fixed.map((words, at) => `${words}${parts[at]?.text ?? ''}`).join('')),
    said: parts.flatMap(({ said }) => said).filter((words) => words.trim() !== ''),
  }
}

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

/** Days and hours of a text. The day of another paper, «от 28.01.2021 № 33», is not one that the point sets. */
function momentsIn(text: string): { readonly key: string; readonly words: string }[] {
  const days = daysIn(text)
    .filter(
      ({ at, words }) => !(/от\s$/.test(text.slice(0, at)) && /^(?:\s+г(?:\.|ода))?\s*№/.test(text.slice(at + words.length))),
    )
    .map(({ day, words }) => ({ key: day, words }))
  const hours = (text.match(/(?<!\d)\d{1,2}:\d{2}(?!\d)/g) ?? []).map((words) => ({ key: words.padStart(5, '0'), words }))
  return [...days, ...hours]
}

/** A day or hour that the text sets while the changes mean another one, which the text does not name; null when they agree. */
export function contradiction(text: string, wording: Wording): { readonly typed: string; readonly meant: string } | null {
  const [typed, meant] = [momentsIn(text), wording.said.flatMap(momentsIn)]
  const without = (from: typeof typed, those: typeof typed) => from.filter(({ key }) => those.every((one) => one.key !== key))
  const [other] = without(typed, meant)
  const [missing] = without(meant, typed)
  return other && missing ? { typed: other.words, meant: missing.words } : null
}
