import { type Clause, walk } from '../clauses.ts'
import type { Regulation } from '../schema.ts'
import { textOfBody } from './clause-text.ts'
import { type Entry, entries } from './entries.ts'
import { ruleInWords, type Said } from './in-words.ts'

export type ClauseChange = {
  readonly number: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Empty where it was not there, or is there no more. */
  readonly before: string
  readonly after: string
}
export type RuleChange = { readonly entry: Entry; readonly before: readonly Said[]; readonly after: readonly Said[] }

const textOf = ({ label, title, body }: Clause): string =>
  [[label, title].filter(Boolean).join(' '), textOfBody(body)].filter(Boolean).join('\n')
const textsOf = ({ clauses, orderPoints }: Regulation): ReadonlyMap<string, string> =>
  new Map([...walk(clauses), ...(orderPoints?.points ?? [])].map((clause) => [clause.number, textOf(clause)]))

/** What one edition says otherwise than another, clause by clause, in the order of the new one; what is gone stands last. */
export function changedClauses(from: Regulation, to: Regulation): readonly ClauseChange[] {
  const [before, after] = [textsOf(from), textsOf(to)]
  const kept = [...after].flatMap(([number, text]): ClauseChange[] => {
    const was = before.get(number)
    if (was === text) return []
    return [{ number, kind: was === undefined ? 'added' : 'changed', before: was ?? '', after: text }]
  })
  const gone = [...before].filter(([number]) => !after.has(number))
  return [...kept, ...gone.map(([number, text]): ClauseChange => ({ number, kind: 'removed', before: text, after: '' }))]
}

/** What an edition holds of a rule: its value, and how the paper speaks of it. */
const heldOf = (entry: Entry, regulation: Regulation) =>
  JSON.stringify([entry.read(regulation), regulation.provisions[entry.key], regulation.exceptions[entry.key] ?? []])

/** The rules that differ, in words and with their clauses. */
export function changedRules(from: Regulation, to: Regulation): readonly RuleChange[] {
  return entries
    .filter((entry) => heldOf(entry, from) !== heldOf(entry, to))
    .map((entry) => ({ entry, before: ruleInWords(entry, from), after: ruleInWords(entry, to) }))
}

/** The clauses a rule names. */
export function clausesOf(entry: Entry, regulation: Regulation): readonly string[] {
  const note = regulation.provisions[entry.key]
  if (note?.state === 'forbidden') return note.clause
  const value = entry.read(regulation)
  const found = entry.cites && typeof value === 'object' && value !== null && 'clause' in value ? value.clause : []
  return Array.isArray(found) ? found.map(String) : []
}
