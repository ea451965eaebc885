import { type RawBuilder, sql } from 'kysely'
import { expiringDays, type SiteState, type StateFilter } from './rules.ts'

/** The condition for entries `e` that are in a state on a day (an SQL expression). The same as `siteStateOn`, which a test compares. */
export function stateCondition(state: StateFilter, day: RawBuilder<unknown>): RawBuilder<boolean> {
  const inForce = sql`e.starts_on <= ${day} and (e.ends_on is null or e.ends_on >= ${day})`
  const suspended = sql`(e.suspensions <> '[]' and exists (select from jsonb_array_elements(e.suspensions) pause
    where (pause ->> 'from')::date <= ${day} and (pause ->> 'to' is null or (pause ->> 'to')::date >= ${day})))`
  const conditions: Record<SiteState | 'all', RawBuilder<boolean>> = {
    active: sql`(${inForce})`,
    expiring: sql`(${inForce} and e.ends_on - ${day} <= ${expiringDays}::int and not ${suspended})`,
    suspended: sql`(${inForce} and ${suspended})`,
    notStarted: sql`(e.starts_on > ${day})`,
    ended: sql`(e.ends_on < ${day} and e.end_order is null)`,
    terminated: sql`(e.ends_on < ${day} and e.end_order is not null)`,
    all: sql`true`,
  }
  return conditions[state]
}
