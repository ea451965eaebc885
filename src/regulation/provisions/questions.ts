import { partOf } from '../../kernel/records.ts'
import { type Basis, basisOf } from '../cite.ts'
import { paperWord } from '../paper/questions.ts'
import type { Regulation } from '../schema.ts'

/** What the paper says of a rule: it says it, forbids it, says two things of it, or nothing. */
export type Provision =
  | { readonly state: 'said'; readonly basis: Basis | null; readonly sentence: string | null }
  | { readonly state: 'forbidden'; readonly basis: Basis }
  | { readonly state: 'conflict'; readonly readings: readonly { readonly text: string; readonly basis: Basis }[] }
  | { readonly state: 'silent' }

const inside = (value: unknown, name: string): unknown =>
  Array.isArray(value) ? value.find((one) => partOf(one, 'code') === name) : partOf(value, name)
const valueOf = (regulation: Regulation, key: string): unknown =>
  key.split('.').reduce<unknown>((value, name) => inside(value, name), regulation)

/** Whether the paper says, forbids or contradicts this rule, and where; a rule that is neither there nor noted is one of which it is silent. */
export function provisionOf(regulation: Regulation, key: string): Provision {
  const note = regulation.provisions[key]
  if (note?.state === 'forbidden') return { state: 'forbidden', basis: basisOf(regulation, note.clause) }
  if (note?.state === 'conflict')
    return {
      state: 'conflict',
      readings: note.readings.map(({ text, clause }) => ({ text, basis: basisOf(regulation, clause) })),
    }
  const value = valueOf(regulation, key)
  if (value === null || value === undefined) return { state: 'silent' }
  const clause = partOf(value, 'clause')
  return {
    state: 'said',
    basis: Array.isArray(clause) ? basisOf(regulation, clause.map(String)) : null,
    sentence: note?.sentence ?? null,
  }
}

/** Why there is nothing to act on here, in words for a refusal: the paper forbids it, and where; or it says nothing, and no clause is named. */
export function whyAbsent(regulation: Regulation, key: string): { readonly reason: string; readonly basis: Basis | null } {
  const found = provisionOf(regulation, key)
  if (found.state === 'forbidden') return { reason: `${paperWord(regulation)} это запрещает`, basis: found.basis }
  if (found.state === 'conflict')
    return { reason: `${paperWord(regulation)} говорит об этом двояко`, basis: found.readings[0]?.basis ?? null }
  return { reason: `${paperWord(regulation)} об этом молчит`, basis: null }
}
