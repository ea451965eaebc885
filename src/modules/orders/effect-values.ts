import { shortDate } from '../../kernel/dates.ts'
import type { Effect } from '../../kit/order/effects.ts'
import { kitOf } from './effects/kits.ts'

type Values = Record<string, string | string[]>
const days = new Set(['from', 'to', 'on'])

/** A stored change as its fields: people by their names, days as people write them. */
export function effectValues(
  effect: Effect,
  personLabel: (id: string) => string,
  organisationLabel: (id: string) => string,
): Values {
  const own = kitOf(effect).values?.(effect)
  if (own) return { ...own }
  const values: Values = {}
  for (const [name, value] of Object.entries(effect) as [string, string | readonly string[] | null][]) {
    if (value === null) continue
    if (name === 'organisationIds') values['organisationIds[]'] = [...value]
    else if (name === 'personId') values.personName = personLabel(String(value))
    else if (name === 'headPersonId') values.headName = personLabel(String(value))
    else if (name === 'leadOrganisationId') values.leadName = organisationLabel(String(value))
    else values[name] = days.has(name) ? shortDate(String(value)) : String(value)
  }
  return values
}
