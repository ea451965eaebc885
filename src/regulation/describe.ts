import { exceptionDescribers } from './exceptions/describe.ts'
import { hostsDescribers } from './hosts/describe.ts'
import { intakeDescribers } from './intake/describe.ts'
import type { EffectLine } from './line.ts'
import { opennessDescribers } from './openness/describe.ts'
import { peopleDescribers } from './people/describe.ts'
import { provisionDescribers } from './provisions/describe.ts'
import { reviewDescribers } from './review/describe.ts'
import type { Regulation } from './schema.ts'
import { statusDescribers } from './status/describe.ts'
import { workDescribers } from './work/describe.ts'

/** What the product does because of each clause, by clause number. Only what it really does is said here. */
export function describeRegulation(regulation: Regulation): ReadonlyMap<string, readonly EffectLine[]> {
  const lines = new Map<string, EffectLine[]>()
  for (const { clause, icon, text } of describers.flatMap((one) => one(regulation))) {
    // A line stands beside the clause that is cited first; repeating it at every clause would read as several rules.
    const [number] = clause
    if (number === undefined) continue
    lines.set(number, [...(lines.get(number) ?? []), { icon, text }])
  }
  return lines
}

/** How many rules of how many clauses a regulation has, for the note beside the contents. */
export function countRules(regulation: Regulation): { rules: number; clauses: number } {
  const described = describeRegulation(regulation)
  return { rules: [...described.values()].flat().length, clauses: described.size }
}

const describers = [
  ...hostsDescribers,
  ...statusDescribers,
  ...peopleDescribers,
  ...workDescribers,
  ...intakeDescribers,
  ...reviewDescribers,
  ...opennessDescribers,
  ...provisionDescribers,
  ...exceptionDescribers,
]
