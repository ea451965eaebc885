import { clauseReference } from '../kernel/clause-reference.ts'
import type { Clause } from './clauses.ts'
import type { Regulation } from './schema.ts'
import type { RegulationLine } from './stored.ts'

/** A regulation as it answers in a territory that has several: every clause it names says of which Положение it is. */
export function citedAs(regulation: Regulation, line: RegulationLine): Regulation {
  const named = (number: string) => clauseReference(number, line)
  const tree = (clauses: readonly Clause[]): Clause[] =>
    clauses.map((one) => ({ ...one, number: named(one.number), clauses: tree(one.clauses) }))
  const { clauses, orderPoints, ...rules } = regulation
  return {
    ...inside(rules, named),
    clauses: tree(clauses),
    orderPoints: orderPoints && { ...orderPoints, points: tree(orderPoints.points) },
  }
}

/** The same value with every list of clauses in it renamed. */
function inside<Value>(value: Value, named: (number: string) => string): Value {
  if (Array.isArray(value)) return value.map((one) => inside(one, named)) as Value
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).map(([key, part]) => [
    key,
    key === 'clause' && Array.isArray(part) ? part.map((number) => named(String(number))) : inside(part, named),
  ])
  return Object.fromEntries(parts) as Value
}
