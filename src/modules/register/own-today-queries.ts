import { type RawBuilder, sql } from 'kysely'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { daysBetween } from '../../kernel/dates.ts'
import type { Day, Instant } from '../../kernel/types.ts'
import { stateCondition } from '../sites/as-of-queries.ts'
import type { StateFilter } from '../sites/rules.ts'

/** The day the register is asked about: one and the same for all, or each territory's own between two days. */
export type AskedDay = { readonly earliest: Day; readonly latest: Day; readonly now: Instant }

const todayOf = (now: Instant) => sql`coalesce(t.demo_today, (${now}::timestamptz at time zone t.time_zone)::date)`

/** The given day, or what the territories (or the one asked about) have as their today: most hours of a day that is one or two days. */
export async function askedDay(
  tx: Tx,
  { on, now, territory }: { on: Day | null; now: Instant; territory: string | null },
): Promise<AskedDay> {
  if (on !== null) return { earliest: on, latest: on, now }
  return {
    ...(await oneRow(
      tx,
      sql<{ earliest: Day; latest: Day }>`
    select coalesce(min(day), ${now}::date) as earliest, coalesce(max(day), ${now}::date) as latest from (
      select ${todayOf(now)} as day from (select distinct demo_today, time_zone from territories
        where ${territory === null ? sql`true` : sql`code = ${territory}`}) t) days`,
    )),
    now,
  }
}

/** The day an entry `e` is told for. */
export const dayOfEntry = ({ earliest, latest, now }: AskedDay): RawBuilder<Day> =>
  earliest === latest
    ? sql<Day>`${earliest}::date`
    : sql<Day>`(select ${todayOf(now)} from territories t where t.id = e.territory_id)`

/**
 * Entries `e` in a state on the day asked about. Where territories have different days, an entry that is in the state on the first of them
 * and on the last is in it on every day between, so the territory's own day is worked out only for the few others.
 */
export function stateOnAskedDay(state: StateFilter, asked: AskedDay): RawBuilder<boolean> {
  const { earliest, latest } = asked
  const [first, last] = [stateCondition(state, sql`${earliest}::date`), stateCondition(state, sql`${latest}::date`)]
  if (earliest === latest) return first
  const own = stateCondition(state, dayOfEntry(asked))
  return daysBetween(earliest, latest) === 1
    ? sql<boolean>`((${first} and ${last}) or ((${first} or ${last}) and ${own}))`
    : sql<boolean>`((${first} and ${last}) or ${own})`
}
