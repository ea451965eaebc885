import { addDays, dayBefore } from '../../kernel/dates.ts'
import type { Naming } from '../../kernel/names-in-time.ts'
import { ok, type Result, refuseRule } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'

type Asked = Naming & {
  /** Whether another name stands in the form than in the register. */
  readonly changed: boolean
  /** The last day of the name before the present one; null when there was none. */
  readonly formerUntil: Day | null
  readonly today: Day
}

/** The last day of the name that is in force now; null when it is only put right, and no day ever saw it as it stood. */
export function lastDayOfName({ naming, nameSince, changed, formerUntil, today }: Asked): Result<Day | null> {
  if (!changed) return naming === 'change' ? refuseRule('name.sameAsBefore', { field: 'naming' }) : ok(null)
  if (naming === null) return refuseRule('name.whichChange', { field: 'naming' })
  if (naming !== 'change') return ok(null)
  if (nameSince === null) return refuseRule('name.sinceNeeded', { field: 'nameSince' })
  if (nameSince > today) return refuseRule('name.notYet', { field: 'nameSince' })
  const until = dayBefore(nameSince)
  return formerUntil !== null && until <= formerUntil
    ? refuseRule('name.changedLater', { field: 'nameSince', params: { since: addDays(formerUntil, 1) } })
    : ok(until)
}

/** The last days of all former names, the first one first, and the right first day of the present one. */
type Moved = Naming & { readonly former: readonly Day[]; readonly today: Day }

/** Another last day for the last of the former names: the day of the change was written wrong. Null when nothing is said of it. */
export function movedLastDay({ naming, nameSince, former, today }: Moved): Result<{ from: Day; to: Day } | null> {
  if (naming !== 'day') return ok(null)
  const from = former.at(-1)
  if (from === undefined) return refuseRule('name.neverChanged', { field: 'naming' })
  if (nameSince === null) return refuseRule('name.sinceNeeded', { field: 'nameSince' })
  if (nameSince > today) return refuseRule('name.notYet', { field: 'nameSince' })
  const before = former.at(-2)
  const to = dayBefore(nameSince)
  if (before !== undefined && to <= before)
    return refuseRule('name.changedLater', { field: 'nameSince', params: { since: addDays(before, 1) } })
  return ok(from === to ? null : { from, to })
}

/** The first days of the present name, the wrong one and the right one, as history tells them. */
export const renamedOn = ({ from, to }: { from: Day; to: Day }) => ({ was: addDays(from, 1), since: addDays(to, 1) })
