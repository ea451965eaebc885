import { codeOfWords } from '../../kernel/code-of-words.ts'
import { parseDay } from '../../kernel/dates.ts'
import { partOf } from '../../kernel/records.ts'
import { wordForms } from '../words.ts'
import { codeOfName, type Input, isHidden, type Parts } from './inputs.ts'

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

/** «3.2; 3.4; прил. 1, п. 2»: numbers of clauses, one after another; a comma between them does as well. */
export const clausesIn = (text: string): string[] =>
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
      return input.optional && saysNothing(input, typed) ? null : withClauses(groupTyped(input.of, typed, taken))
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
  const written = rows.filter((row) => !rowSaysNothing(parts, row))
  return written.map((row) => {
    const value = groupTyped(parts, row, taken)
    if (!('code' in parts) || value.code !== '') return value
    return { ...value, code: codes === codeOfName ? codeOfWords(textOf(value.name)) : newCode(codes, taken) }
  })
}

/**
 * Cleared, or never filled in. A pressed choice cannot be taken back: by itself it says nothing beside what has to be written, and says
 * something (`alone`) only where choices may be all there is. What nobody asked for by a part, as lines to be cut into rows, is written.
 */
export function saysNothing(input: Input | undefined, typed: Typed, alone = true): boolean {
  switch (input?.as) {
    case 'yesNo':
    case 'one':
      return !alone || isEmpty(typed) || (input.as === 'one' && typed === input.usual)
    case 'rows':
      return listOf(typed).every((row) => rowSaysNothing(input.of, row, alone))
    case 'group': {
      const mayBeAlone = alone && !haveToBeWritten(input.of)
      return Object.entries(Object(typed)).every(([name, one]) => isHidden(name) || saysNothing(input.of[name], one, mayBeAlone))
    }
    case 'shapes': {
      // The fields of a shape that was not chosen are left alone; until one is chosen, each may hold what was typed.
      const { [input.by]: which, ...parts } = Object(typed)
      const chosen = input.of[textOf(which)]
      if (chosen && Object.keys(chosen).length === 0) return !alone
      return Object.entries(parts).every(([name, one]) => {
        const of = input.of[name]
        if (!of) return isEmpty(one)
        return (chosen && chosen !== of) || rowSaysNothing(of, one, alone)
      })
    }
    default:
      return isEmpty(typed)
  }
}

/** Of a row of these parts. */
export const rowSaysNothing = (of: Parts, row: Typed, alone = true): boolean =>
  saysNothing({ as: 'group', of, optional: false }, row, alone)

/** A row of these parts is none without a word, a number, a day or a party written in it. */
export const haveToBeWritten = (parts: Parts): boolean =>
  Object.entries(parts).some(([name, part]) => !isHidden(name) && hasToBeWritten(part))

function hasToBeWritten(part: Input): boolean {
  if (part.as === 'words') return true
  if (part.as === 'shapes') return !part.optional && Object.values(part.of).every(haveToBeWritten)
  if (part.as === 'group') return !part.optional && haveToBeWritten(part.of)
  return 'optional' in part && part.as !== 'several' && part.as !== 'parties' && !part.optional
}

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
