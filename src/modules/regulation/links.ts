import { paths } from '../../web/paths.ts'

/** The anchor of a clause on the page of the regulation: «3.2.1» is `p3-2-1`. */
export const clauseAnchor = (number: string): string => `p${number.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`

/** Where a clause chip leads. */
export const clauseHref = (territory: string, number: string): string =>
  `${paths.regulation({ territory })}#${clauseAnchor(number)}`
