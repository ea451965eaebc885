import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../kernel/types.ts'
import { expiringDays, type StateFilter } from './rules.ts'

/** The condition for entries `e` that are in a state on a day (an SQL expression). The same as `siteStateOn`, which a test compares. */
export function stateCondition(state: StateFilter, day: RawBuilder<unknown>): RawBuilder<boolean> {
  const inForce = sql`e.starts_on <= ${day} and (e.ends_on is null or e.ends_on >= ${day})`
  const suspended = sql`(e.suspensions <> '[]' and exists (select from jsonb_array_elements(e.suspensions) pause
    where (pause ->> 'from')::date <= ${day} and (pause ->> 'to' is null or (pause ->> 'to')::date >= ${day})))`
  const conditions: Record<StateFilter, RawBuilder<boolean>> = {
    current: sql`((e.ends_on is null or e.ends_on >= ${day}) and (e.starts_on <= ${day} or e.order_signed_on <= ${day}))`,
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

/** A day outside a status is told as its first or its last one. */
const within = (day: RawBuilder<unknown>) => sql<Day>`least(greatest(${day}, e.starts_on), e.ends_on)`

const former = (
  what: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
) => sql`(select ${what} from jsonb_array_elements(e.former_names) f
  where (f ->> 'until')::date >= ${within(day)} order by f ->> 'until' limit 1)`

/** What entries `e` are called on a day: as the organisations were called then. */
export const namesOn = (day: RawBuilder<unknown>) => ({
  shortName: sql<string>`coalesce(${former(sql`f ->> 'shortName'`, day)}, e.short_name)`,
  organisationName: sql<string>`coalesce(${former(sql`f ->> 'organisationName'`, day)}, e.organisation_name)`,
  fullNames: sql<
    string[]
  >`coalesce(${former(sql`array(select jsonb_array_elements_text(f -> 'fullNames'))`, day)}, e.full_names)`,
})

/** The head whom an order named for a day, by the name of that day. */
export const headOn = (day: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql<string | null>`(select h ->> 'name' from jsonb_array_elements(e.heads) h where (h ->> 'from')::date <= ${within(day)}
    and (h ->> 'to' is null or (h ->> 'to')::date >= ${within(day)}) order by h ->> 'from' desc limit 1)`
