import { codeOfWords } from '../../kernel/code-of-words.ts'
import { parseDay } from '../../kernel/dates.ts'
import { partOf } from '../../kernel/records.ts'
import { wordForms } from '../words.ts'
import { codeOfName, type Input, type Parts } from './inputs.ts'

type Typed = unknown
const textOf = (typed: Typed): string => (typeof typed === 'string' ? typed.trim() : '')
const listOf = (typed: Typed): readonly unknown[] =>
  Array.isArray(typed) ? typed : typed === undefined || typed === '' ? [] : [typed]

/** Lines of a field, without the marks of a list in front of them. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^[–—•·-] ?/, '')
        .trim(),
    )
    .filter((line) => line !== '')

/** «3.2, 3.4; прил. 1, п. 2»: numbers of clauses, one after another. */
const clausesIn = (text: string): string[] =>
  text
    .split(/[;\n]|,(?! *п\.)/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Nothing was written into any part of it; a code alone says nothing. */
export function isEmpty(typed: Typed): boolean {
  if (typeof typed === 'string') return typed.trim() === ''
  if (Array.isArray(typed)) return typed.every(isEmpty)
  if (typeof typed !== 'object' || typed === null) return true
  return Object.entries(typed).every(([name, value]) => name === 'code' || isEmpty(value))
}

/** What was typed into the form of a rule, as the value its schema reads. What cannot be read stays as it is, and the schema refuses it. */
export function valueTyped(input: Input, typed: Typed, taken: Set<string> = codesIn(typed)): unknown {
  switch (input.as) {
    case 'text':
      return textOf(typed) === '' && input.optional ? null : textOf(typed)
    case 'day':
      return textOf(typed) === '' && input.optional ? null : (parseDay(textOf(typed)) ?? textOf(typed))
    case 'monthDay':
      return textOf(typed) === '' && input.optional ? null : monthDayOf(textOf(typed))
    case 'number':
      return textOf(typed) === '' && input.optional ? null : wholeOf(textOf(typed))
    case 'yesNo':
      return textOf(typed) === 'yes' ? true : textOf(typed) === 'no' ? false : textOf(typed)
    case 'one':
      return textOf(typed) || (input.usual ?? '')
    case 'party':
      return textOf(typed) === '' && input.optional ? null : textOf(typed)
    case 'parties':
    case 'several':
      return listOf(typed).length === 0 && input.optional ? null : listOf(typed)
    case 'lines':
      return linesOf(textOf(typed))
    case 'numbers':
      return textOf(typed)
        .split(/[^\p{L}\p{N}-]+/u)
        .filter((one) => one !== '')
        .map(wholeOf)
    case 'clauses':
      return [...new Set(listOf(typed).flatMap((one) => clausesIn(textOf(one))))]
    case 'words':
      return Object.fromEntries(wordForms.map((form) => [form, textOf(partOf(typed, form))]))
    case 'group':
      return input.optional && isEmpty(typed) ? null : withClauses(groupTyped(input.of, typed, taken))
    case 'rows':
      return rowsTyped(input, listOf(typed), taken)
    case 'shapes': {
      const which = textOf(partOf(typed, input.by))
      const parts = input.of[which]
      if (which === '' && input.optional) return null
      return { [input.by]: which, ...(parts && groupTyped(parts, partOf(typed, which), taken)), ...clauseOf(parts, typed) }
    }
  }
}

const groupTyped = (parts: Parts, typed: Typed, taken: Set<string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parts).map(([name, input]) => [name, valueTyped(input, partOf(typed, name), taken)]))

/** The codes that rows of a rule have already, wherever they stand in it. */
function codesIn(typed: Typed): Set<string> {
  if (typeof typed !== 'object' || typed === null) return new Set()
  const own = textOf(partOf(typed, 'code'))
  const inner = Object.values(typed).flatMap((one) => [...codesIn(one)])
  return new Set(own === '' ? inner : [own, ...inner])
}

/** A row of a rule that names no clause of its own comes from the clauses of the rule. */
function withClauses(value: Record<string, unknown>): Record<string, unknown> {
  const { clause } = value
  const inherits = (row: unknown) =>
    Array.isArray(partOf(row, 'clause'))
      ? withClauses({ ...Object(row), ...(isEmpty(partOf(row, 'clause')) && { clause }) })
      : row
  const entries = Object.entries(value).map(([name, one]) => [
    name,
    name !== 'clause' && Array.isArray(one) ? one.map(inherits) : one,
  ])
  return clause === undefined ? value : Object.fromEntries(entries)
}

/** The clause of a rule of several shapes is asked once, beside them. */
const clauseOf = (parts: Parts | undefined, typed: Typed) =>
  parts && 'clause' in parts ? { clause: valueTyped({ as: 'clauses' }, partOf(typed, 'clause')) } : {}

/** Rows left empty are left out; a new one gets a code of its own. */
function rowsTyped(
  { of: parts, codes }: Extract<Input, { as: 'rows' }>,
  rows: readonly unknown[],
  taken: Set<string>,
): unknown[] {
  const written = rows.filter((row) => !saysNothing(parts, row))
  return written.map((row) => {
    const value = groupTyped(parts, row, taken)
    if (!('code' in parts) || value.code !== '') return value
    return { ...value, code: codes === codeOfName ? codeOfWords(textOf(value.name)) : newCode(codes, taken) }
  })
}

/** Cleared: no part is written, and what is chosen from a list without an empty choice is as usual. */
const saysNothing = (parts: Parts, row: unknown): boolean =>
  Object.entries(Object(row)).every(([name, typed]) => {
    const part = parts[name]
    if (part?.as === 'one' && part.usual !== null && typed === part.usual) return true
    if (part?.as === 'rows' && Array.isArray(typed)) return typed.every((one) => saysNothing(part.of, one))
    return name === 'code' || isEmpty(typed)
  })

/** A code of this beginning that no row of the rule has. */
function newCode(codes: string, taken: Set<string>): string {
  let at = taken.size + 1
  while (taken.has(`${codes}${at}`)) at++
  taken.add(`${codes}${at}`)
  return `${codes}${at}`
}

const wholeOf = (text: string): unknown => (/^\d{1,6}$/.test(text) ? Number(text) : text)

/** «15.06» or «15 июня» as «06-15». The year of the day is the period's own. */
function monthDayOf(text: string): string {
  // A day of each year: one that leap years alone have is left for the schema to refuse.
  const day = parseDay(
    /\d{4}/.test(text) ? text : /^\d{1,2}\.\d{1,2}\.?$/.test(text) ? `${text.replace(/\.$/, '')}.2023` : `${text} 2023`,
  )
  return day === null ? text : day.slice(5)
}
