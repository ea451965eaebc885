import { clauseReference } from '../kernel/clause-reference.ts'
import type { Clause } from './clauses.ts'
import type { Regulation } from './schema.ts'
import type { RegulationLine } from './stored.ts'

type OfLine = Pick<RegulationLine, 'code' | 'name'>
/** The only one of a territory says of its clauses just how it calls itself. */
export const onlyLine: OfLine = { code: '', name: '' }

/** A clause as things name it where it is not of the only Положение, called so. */
export const referenceTo = ({ paperWords }: Regulation, line: OfLine, number: string): string =>
  clauseReference(number, line, paperWords)

/** A regulation as it answers where there are several, or where it calls itself otherwise: every clause it names says of which paper it is. */
export function citedAs(regulation: Regulation, line: OfLine): Regulation {
  const named = (number: string) => referenceTo(regulation, line, number)
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
