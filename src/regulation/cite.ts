import { readReference } from '../kernel/clause-reference.ts'
import { type Clause, pointNumber, pointOf, walk } from './clauses.ts'
import { paperWord } from './paper/questions.ts'
import { usualPaper } from './paper/schema.ts'
import type { Regulation } from './schema.ts'

/** Where an answer comes from: the clause to link to and the words to show, «п. 3.3 Положения». */
export type Basis = { readonly clause: string; readonly text: string }

/** A clause or a point of the enacting order by its number. */
export function clauseOf(regulation: Regulation, number: string): Clause | undefined {
  for (const one of walk(regulation.clauses)) if (one.number === number) return one
  return regulation.orderPoints?.points.find((one) => one.number === number)
}

/** «п. 3.3 Положения», «раздел 3 Положения», «п. 3 приказа …» — as an official refers to a clause. */
export function citeClause(regulation: Regulation, number: string): string {
  const found = clauseOf(regulation, number)
  const { number: printed, line } = readReference(number)
  const paper = paperOf(regulation, number)
  if (found?.cite !== undefined)
    return line === null ? found.cite.replace(/Положени[юя]$/, (word) => ownForm(regulation, word)) : `${found.cite}, из ${paper}`
  if (found?.kind === 'point') return pointOf(pointNumber(number) ?? number, regulation.orderPoints?.orderTitle ?? '')
  if (found?.kind === 'section') return `раздел ${printed} ${paper}`
  return `п. ${printed} ${paper}`
}

/** «Положению» as this paper calls itself: a clause keeps how an official refers to it in the usual word. */
const ownForm = (regulation: Regulation, usual: string): string =>
  paperWord(regulation, usual === usualPaper.dative ? 'dative' : 'genitive')

function paperOf(regulation: Regulation, clause: string): string {
  const { line, paper } = readReference(clause)
  return line === null ? paperWord(regulation, 'genitive') : paper
}

/** The basis of a rule: all its clauses are named, the first is the one to open. */
export function basisOf(regulation: Regulation, clauses: readonly string[]): Basis {
  const [first] = clauses
  // A draft may still lack it; nothing is approved before it has one.
  if (first === undefined) return { clause: '', text: paperWord(regulation) }
  const numbered = clauses.filter(
    (number) => clauseOf(regulation, number)?.kind === 'clause' && clauseOf(regulation, number)?.cite === undefined,
  )
  if (clauses.length > 1 && numbered.length === clauses.length)
    return {
      clause: first,
      text: `пп. ${clauses.map((one) => readReference(one).number).join(', ')} ${paperOf(regulation, first)}`,
    }
  return { clause: first, text: clauses.map((number) => citeClause(regulation, number)).join('; ') }
}

/** « (п. 3.3 Положения)» of what an answer rests on; nothing where the paper is silent. */
export const inBrackets = (basis: Basis | null): string => (basis === null ? '' : ` (${basis.text})`)
