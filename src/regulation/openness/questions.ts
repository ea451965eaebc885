import { type Answer, silent } from '../answer.ts'
import { basisOf } from '../cite.ts'
import type { Published } from '../kinds.ts'
import type { Regulation } from '../schema.ts'

/** Whether this is shown to everybody, and where the regulation says so. */
export function publishes(regulation: Regulation, what: Published): Answer<boolean> {
  const found = regulation.publication?.things.find((thing) => thing.what === what)
  return found === undefined ? silent(false) : { value: true, basis: basisOf(regulation, found.clause) }
}
