import { longDate } from '../../kernel/dates.ts'
import { partOf } from '../../kernel/records.ts'
import { dayExpression, dayWords } from '../calendar/days.ts'
import { basisOf, inBrackets } from '../cite.ts'
import type { Exception } from '../exceptions/schema.ts'
import { nameOf } from '../named.ts'
import { provisionOf } from '../provisions/questions.ts'
import type { Regulation } from '../schema.ts'
import { captionOf, valueName } from './captions.ts'
import type { Entry } from './entries.ts'
import { type Input, isHidden, type Parts } from './inputs.ts'
import { itemsOf, longMonthDay } from './written.ts'

/** One part of a rule said in words. */
export type Said = { readonly label: string; readonly text: string }

/** A rule in words, part by part, without its clauses; a rule of one part is that part alone. `regulation` is the one whose parties it names. */
export function inWords({ input, captions }: Entry, value: unknown, regulation: Regulation | null): readonly Said[] {
  if (value === null || value === undefined) return []
  if (input.as === 'group') return partsInWords(input.of, value, captions, regulation)
  if (input.as === 'shapes') {
    const which = String(partOf(value, input.by))
    const path = `${captions}.${input.by}`
    const shape = { label: captionOf(path), text: valueName(path, which) }
    return [shape, ...partsInWords(input.of[which] ?? {}, value, captions, regulation)]
  }
  return [{ label: captionOf(captions), text: textOf(input, value, captions, regulation) }]
}

/** What the paper says of a rule, in words: the rule, that it forbids it, or both of its readings; nothing where it is silent. */
export function ruleInWords(entry: Entry, regulation: Regulation): readonly Said[] {
  const found = provisionOf(regulation, entry.key)
  if (found.state === 'forbidden') return [{ label: 'Положение', text: `это запрещает (${found.basis.text})` }]
  if (found.state === 'conflict') {
    const readings = found.readings.map(({ text, basis }) => `«${text}» (${basis.text})`)
    return [{ label: 'Положение говорит двояко', text: readings.join(' или ') }]
  }
  const exceptions = (regulation.exceptions[entry.key] ?? []).map((one) => ({
    label: 'Исключение',
    text: `${exceptionInWords(entry, one, regulation)}${inBrackets(basisOf(regulation, itemsOf(partOf(one.value, 'clause')).map(String)))}`,
  }))
  return [...inWords(entry, entry.read(regulation), regulation), ...exceptions]
}

/** «для названной темы «Чтение» — не дольше, месяцев: 12» */
export function exceptionInWords(entry: Entry, { when, value }: Exception, regulation: Regulation | null): string {
  const which = valueName('exception.when.kind', when.kind)
  const of =
    when.kind === 'theme'
      ? ` «${when.theme}»`
      : when.kind === 'organisation'
        ? ` (${when.kinds.map((kind) => nameOf(regulation, 'organisation', kind)).join(', ')})`
        : ''
  const said = inWords(entry, value, regulation).map(({ label, text }) => `${label.toLowerCase()}: ${text}`)
  return `${which}${of} — ${said.join('; ')}`
}

/** The parts of a rule in words, without its clauses. */
export const partsInWords = (parts: Parts, value: unknown, path: string, regulation: Regulation | null): Said[] =>
  Object.entries(parts)
    .filter(([name]) => name !== 'clause' && name !== 'code')
    .map(([name, input]) => ({
      label: captionOf(`${path}.${name}`),
      text: textOf(input, partOf(value, name), `${path}.${name}`, regulation),
    }))

const nothing = 'не сказано'

function textOf(input: Input, value: unknown, path: string, regulation: Regulation | null): string {
  if (value === null || value === undefined || value === '') return nothing
  switch (input.as) {
    case 'yesNo':
      return value === true || value === 'true' ? 'да' : 'нет'
    case 'one':
      return valueName(path, String(value))
    case 'several':
      return joined(itemsOf(value).map((one) => valueName(path, String(one))))
    case 'party':
      return nameOf(regulation, input.of, String(value))
    case 'parties':
      return joined(itemsOf(value).map((one) => nameOf(regulation, input.of, String(one))))
    case 'lines':
      return joined(itemsOf(value).map(String), '; ')
    case 'numbers':
      return joined(itemsOf(value).map(String))
    case 'words':
      return String(partOf(value, 'nominative'))
    case 'day':
      return longDate(String(value))
    case 'monthDay':
      return longMonthDay(String(value))
    case 'group':
      return joined(
        partsInWords(input.of, value, path, regulation).map(({ label, text }) => `${label.toLowerCase()}: ${text}`),
        '; ',
      )
    case 'rows':
      return joined(
        itemsOf(value).map((row) => rowInWords(input.of, row, path, regulation)),
        '; ',
      )
    case 'shapes':
      return shapeInWords(input, value, path, regulation)
    default:
      return String(value)
  }
}

type Shapes = Extract<Input, { as: 'shapes' }>
/** A day is said as the paper would; any other shape by its name and its parts. */
function shapeInWords({ by, of }: Shapes, value: unknown, path: string, regulation: Regulation | null): string {
  const day = dayExpression.safeParse(value)
  if (day.success) return dayWords(day.data)
  const which = String(partOf(value, by))
  const parts = partsInWords(of[which] ?? {}, value, path, regulation).map(({ text }) => text)
  return [valueName(`${path}.${by}`, which), ...parts].join(', ')
}

const joined = (texts: readonly string[], by = ', ') => (texts.length === 0 ? 'нет' : texts.join(by))

/** «можно дистанционно» of a yes; a no and an empty list say nothing in a row. */
function partOfRow(input: Input, value: unknown, path: string, regulation: Regulation | null): string {
  if (input.as === 'yesNo') return value === true ? captionOf(path).toLowerCase() : ''
  return (input.as === 'lines' || input.as === 'several') && itemsOf(value).length === 0
    ? ''
    : textOf(input, value, path, regulation)
}

/** «Лекция (можно дистанционно)»: the first text of a row, then what else it says. */
function rowInWords(parts: Parts, row: unknown, path: string, regulation: Regulation | null): string {
  const shown = Object.entries(parts).filter(([name, input]) => name !== 'clause' && !(isHidden(name) && input.as === 'text'))
  const [first, ...rest] = shown.map(([name, input]) => partOfRow(input, partOf(row, name), `${path}.${name}`, regulation))
  const more = rest.filter((text) => text !== nothing && text !== '')
  return more.length === 0 ? (first ?? '') : `${first} (${more.join(', ')})`
}
