import { partOf } from '../../kernel/records.ts'
import { postsCalled } from '../dictionary.ts'
import { namedIn } from '../named.ts'
import type { Regulation } from '../schema.ts'
import { wordForms } from '../words.ts'
import { valueName } from './captions.ts'
import { proposedForms } from './declined.ts'
import type { Entry } from './entries.ts'
import { type Input, isHidden, type Parts } from './inputs.ts'
import { clauseHolding, clauseSpeaking, shared, stemsOf, wordsOfClauses } from './speaks.ts'
import { furtherClauses, textOfClauses, toldAt } from './told.ts'
import { clausesIn, isEmpty, linesOf, rowSaysNothing, saysNothing } from './typed.ts'
import { writtenAs } from './written.ts'

/** What was typed or is proposed in a part of a form. */
type Typed = unknown
/** Where a list of lines is typed that become rows: beside the rows themselves. */
export const listName = (name: string): string => `${name}List`

type Given = {
  readonly path: string
  readonly regulation: Regulation
  /** How the rule is called. */
  readonly title: string
  /** What the draft holds. */
  readonly before: unknown
  /** The words of the clause it comes from. */
  readonly stems: ReadonlySet<string>
  readonly text: string
  readonly clauses: readonly string[]
  /** Nobody has written the rule yet: what stands in it is the usual answer without a clause. */
  readonly isUsual: boolean
}

/**
 * What a person has typed of a rule, with what the system proposes in the places they have left empty: the clause that speaks of it, the forms
 * of a word, rows made of lines, a «no» where nothing was pressed. It is shown to be corrected and holds for nothing until it is written.
 */
export function proposed(entry: Entry, typed: Typed, regulation: Regulation): Typed {
  const { captions: path, title, cites, input } = entry
  const found = cites && isEmpty(partOf(typed, 'clause')) ? clauseSpeaking(entry, regulation) : null
  const cited = found ? { ...Object(typed), clause: furtherClauses(entry.key, found.number, regulation).join('; ') } : typed
  const clause = String(partOf(cited, 'clause') ?? '')
  const before = entry.read(regulation)
  return partFilled(input, cited, {
    path,
    regulation,
    stems: wordsOfClauses(clause, regulation),
    text: textOfClauses(clause, regulation),
    clauses: clausesIn(clause),
    before,
    isUsual: isEmpty(partOf(before, 'clause')),
    title: title.replace(/^Роль: /, ''),
  })
}

function partFilled(input: Input, typed: Typed, given: Given): Typed {
  const { path, regulation, stems, title, before } = given
  if (input.as === 'words') return wordsFilled(typed, title, before)
  if (input.as === 'group') return input.optional && saysNothing(input, typed) ? typed : groupFilled(input.of, typed, given)
  if (input.as === 'rows') return rowsFilled(input, typed, [], given)
  if (input.as === 'shapes') {
    const which = String(partOf(typed, input.by) ?? '')
    const told = which === '' ? toldAt(path, { text: given.text, row: title, regulation }) : null
    if (told !== null) return { ...Object(typed), ...Object(told) }
    const parts = input.of[which]
    return parts ? { ...Object(typed), [which]: groupFilled(parts, partOf(typed, which), given) } : typed
  }
  if (!isEmpty(typed) && !isUntouched(input, typed, given)) return typed
  const told = toldAt(path, { text: given.text, row: title, regulation })
  if (told !== null) return told
  if (!isEmpty(typed)) return typed
  switch (input.as) {
    case 'yesNo':
      return input.only ? 'yes' : 'no'
    case 'one':
      return onlyOf(input.of, (value) => valueName(path, value), stems) ?? input.usual ?? ''
    case 'party': {
      const choices = new Map(namedIn(regulation, input.of).map(({ value, label }) => [value, label]))
      return onlyOf([...choices.keys()], (code) => choices.get(code) ?? code, stems) ?? ''
    }
    case 'parties':
      return input.of === 'party' || input.of === 'body'
        ? typed
        : namedIn(regulation, input.of).flatMap(({ value, label }) => (isNamed(label, stems) ? [value] : []))
    case 'several':
      return input.of.filter((value) => isNamed(valueName(path, value), stems))
    default:
      return typed
  }
}

/** What stands in a field is the usual answer, which nobody has confirmed. */
const isUntouched = (input: Input, typed: Typed, { isUsual, before }: Given): boolean =>
  isUsual && before !== undefined && JSON.stringify(shownAs(typed, '')) === JSON.stringify(writtenAs(input, before, ''))

const isNamed = (name: string, stems: ReadonlySet<string>): boolean => {
  const wanted = stemsOf(name)
  return wanted.size > 0 && shared(wanted, stems) === wanted.size
}
/** The one value that the clause names; null where it names none, or several. */
function onlyOf(of: readonly string[], name: (value: string) => string, stems: ReadonlySet<string>): string | null {
  const [first = null, ...others] = of.filter((value) => isNamed(name(value), stems))
  return others.length === 0 ? first : null
}

function groupFilled(parts: Parts, typed: Typed, given: Given): Record<string, Typed> {
  const { path, title, before } = given
  const filled = Object.entries(parts).map(([name, input]): [string, Typed] => {
    const of = {
      ...given,
      path: `${path}.${name}`,
      before: partOf(before, name),
      title: String(partOf(typed, 'name') ?? '') || title,
    }
    const value = partOf(typed, name)
    if (input.as === 'rows') return [name, rowsFilled(input, value, linesBeside(typed, name), of)]
    return [name, partFilled(input, value, of)]
  })
  const { ...rest } = Object(typed)
  for (const [name] of filled) delete rest[listName(name)]
  return { ...rest, ...Object.fromEntries(filled) }
}

/** The lines typed beside the rows of a part, each to become one of them. */
const linesBeside = (typed: Typed, name: string): string[] => linesOf(String(partOf(typed, listName(name)) ?? ''))

/**
 * The first form stands; the others follow from it where nobody has written them: they are empty, the same in every form, or left from the
 * word there was before. A word nobody has named is called as the rule is.
 */
function wordsFilled(typed: Typed, title: string, before: unknown): Typed {
  const textsOf = (words: unknown) => wordForms.map((form) => String(partOf(words, form) ?? '').trim())
  const [typedForms, formsBefore] = [textsOf(typed), textsOf(before)]
  const name = typedForms[0] || title
  const forms = proposedForms(name)
  const isOther = name !== formsBefore[0] && typedForms.slice(1).every((one, at) => one === formsBefore[at + 1])
  const isNew = isOther || typedForms.every((one) => one === name)
  return Object.fromEntries(wordForms.map((form, at) => [form, isNew ? forms[form] : typedForms[at] || forms[form]]))
}

type RowsInput = Extract<Input, { as: 'rows' }>
/** The part that says what a row is, where it is a text. */
export const firstText = (parts: Parts): string | null => {
  const [name, input] = Object.entries(parts).find(([part, one]) => !(isHidden(part) && one.as === 'text')) ?? []
  return name !== undefined && input?.as === 'text' ? name : null
}

/** The rows there are, then one for each line; each with what its text and its clause tell. */
function rowsFilled({ of }: RowsInput, typed: Typed, lines: readonly string[], given: Given): Typed {
  const { regulation } = given
  const name = firstText(of)
  const typedRows = Array.isArray(typed) ? typed.filter((row) => !rowSaysNothing(of, row)) : []
  const told =
    typedRows.length + lines.length === 0 ? toldAt(given.path, { text: given.text, row: given.title, regulation }) : null
  const there = Array.isArray(told) ? told : typedRows
  const added = name === null ? [] : lines.map((line) => ({ [name]: line.replace(/[;.,]$/, '') }))
  return [...there, ...added].map((row) => {
    const text = name === null ? '' : String(partOf(row, name) ?? '')
    const written = String(partOf(row, 'clause') ?? '')
    // A column of a plan comes from the clauses of the plan.
    const isLookedFor = 'clause' in of && given.path !== 'plan.columns'
    const clause = written || (isLookedFor ? (clauseHolding(text, regulation, given.clauses) ?? '') : '')
    const stems = clause === '' ? given.stems : wordsOfClauses(clause, regulation)
    const words = clause === '' ? given.text : textOfClauses(clause, regulation)
    const filled = Object.entries(of).map(([part, input]): [string, Typed] => {
      const value = partOf(row, part)
      const path = `${given.path}.${part}`
      if (input.as === 'clauses') return [part, clause]
      if (input.as === 'rows')
        return [part, rowsFilled(input, value, linesBeside(row, part), { ...given, path, stems, before: null })]
      // A word of which only the first form stands gets the others.
      if (!isEmpty(value)) return [part, input.as === 'words' ? wordsFilled(value, text, null) : value]
      const found = toldAt(path, { text: words, row: text, regulation })
      if (found !== null) return [part, found]
      const called = input.as === 'parties' && input.of === 'post' ? postsCalled(text) : []
      if (called.length > 0) return [part, [...called]]
      // The words of the row itself come before all that its clause names.
      const said =
        input.as === 'parties' && input.of === 'post' ? partFilled(input, value, { ...given, path, stems: stemsOf(text) }) : ''
      if (!isEmpty(said)) return [part, said]
      if (input.as === 'yesNo') return [part, part === 'required' || saidOf(part, text) ? 'yes' : 'no']
      if (input.as === 'one') return [part, valueLike(text, path, input.of) ?? input.usual ?? '']
      return [part, partFilled(input, value, { ...given, path, stems, text: words, before: undefined })]
    })
    const kept = Object.entries(Object(row)).filter(([part]) => filled.every(([name]) => listName(name) !== part))
    return { ...Object.fromEntries(kept), ...Object.fromEntries(filled) }
  })
}

/** «Лекция, в том числе дистанционная» may be held at a distance. */
const saidOf = (part: string, text: string): boolean => part === 'remote' && /дистанц|онлайн|вебинар|видео/i.test(text)

/** The value whose name shares most of its words with a text: a column «Ответственный исполнитель» is «кто отвечает». */
function valueLike(text: string, path: string, of: readonly string[]): string | null {
  const stems = stemsOf(text)
  const [best] = of
    .map((value) => ({ value, count: shared(stems, stemsOf(valueName(path, value))) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  return best?.value ?? (of.includes('text') ? 'text' : null)
}

/** What is shown in a form of what was typed and proposed, by the names of its fields. */
export function shownAs(typed: Typed, name: string): Record<string, string | string[]> {
  if (Array.isArray(typed) && typed.every((one) => typeof one === 'string')) return { [`${name}[]`]: typed.map(String) }
  if (typeof typed === 'object' && typed !== null)
    return Object.assign({}, ...Object.entries(typed).map(([part, one]) => shownAs(one, `${name}.${part}`)))
  return typed === undefined || typed === null ? {} : { [name]: String(typed) }
}

/** Whether a proposal says anything that was not typed. */
export function hasFilled(typed: Typed, value: Typed): boolean {
  const before = shownAs(typed, '')
  return Object.entries(shownAs(value, '')).some(
    ([name, shown]) => shown.length > 0 && JSON.stringify(shown) !== JSON.stringify(before[name] ?? ''),
  )
}
