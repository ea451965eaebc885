import { addDays, earlier, later } from './dates.ts'
import type { Day, Period } from './types.ts'

/** A name that was in force until a day, from the day after the one before it. */
export type FormerName<Name> = { readonly until: Day; readonly name: Name }

const inOrder = <Name>(former: readonly FormerName<Name>[]) => [...former].sort((a, b) => a.until.localeCompare(b.until))

/** The name on a day. */
export const nameOn = <Name>(former: readonly FormerName<Name>[], now: Name, day: Day): Name => {
  const found = inOrder(former).find(({ until }) => until >= day)
  return found ? found.name : now
}

/** A period, cut where the name changes within it. */
export function namesDuring<Name>(
  { from, to }: Period,
  former: readonly FormerName<Name>[],
  now: Name,
): readonly (Period & { readonly name: Name })[] {
  const pieces: (Period & { readonly name: Name })[] = []
  let begins = from
  for (const { until, name } of inOrder(former)) {
    if (until < begins || (to !== null && begins > to)) continue
    pieces.push({ from: begins, to: to === null ? until : earlier(until, to), name })
    begins = later(begins, addDays(until, 1))
  }
  return to === null || begins <= to ? [...pieces, { from: begins, to, name: now }] : pieces
}

export const namings = ['correction', 'change', 'day'] as const
/** Whether a name was written wrong and is put right, or has become another one on a day, or the day of the last change was wrong. */
export type Naming = { readonly naming: (typeof namings)[number] | null; readonly nameSince: Day | null }
