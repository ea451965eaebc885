import { readReference } from '../../kernel/clause-reference.ts'
import { paths } from '../../web/paths.ts'

/** The anchor of a clause on the page of the regulation: «3.2.1» is `p3-2-1`. */
export const clauseAnchor = (number: string): string => `p${number.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`

/** Where a clause chip leads. */
export function clauseHref(territory: string, clause: string): string {
  const { number, line } = readReference(clause)
  return `${paths.regulation({ territory }, line === null ? {} : { line })}#${clauseAnchor(number)}`
}
