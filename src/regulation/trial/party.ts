import { appointmentKinds } from '../kinds.ts'
import { label } from '../people/questions.ts'
import type { Regulation } from '../schema.ts'

/** What a party of the regulation is called on a page of a year on trial; null for one it does not know. */
export function partyWord(regulation: Regulation, code: string): string | null {
  if (code === 'authority' || code === 'operator') return regulation.bodies[code].short.nominative
  const kind = appointmentKinds.find((one) => one === code)
  return kind === undefined ? (code === 'site' ? 'площадка' : null) : label(regulation, kind)
}
