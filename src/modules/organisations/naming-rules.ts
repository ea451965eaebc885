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
  if (naming === 'correction') return ok(null)
  if (nameSince === null) return refuseRule('name.sinceNeeded', { field: 'nameSince' })
  if (nameSince > today) return refuseRule('name.notYet', { field: 'nameSince' })
  const until = dayBefore(nameSince)
  return formerUntil !== null && until <= formerUntil
    ? refuseRule('name.changedLater', { field: 'nameSince', params: { since: addDays(formerUntil, 1) } })
    : ok(until)
}
