import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Competence } from './framework.ts'

/** So many competences an offer names: whoever teaches everything teaches nothing. */
export const mostTaught = 5

/** What is wrong with the competences an offer is to name; what it named before may stay though it is offered no more. */
export function wrongTaught(
  chosen: readonly string[],
  before: readonly string[],
  framework: readonly Competence[],
): readonly RuleRefusal[] {
  const known = (id: string) => framework.some((one) => one.id === id && (!one.closed || before.includes(id)))
  if (!chosen.every(known)) return [no('deficit.notOffered')]
  return new Set(chosen).size > mostTaught ? [no('deficit.tooManyTaught')] : []
}

/** In the order of the framework, each once. */
export const inOrder = (chosen: readonly string[], framework: readonly Competence[]): readonly string[] =>
  framework.filter(({ id }) => chosen.includes(id)).map(({ id }) => id)
