import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import type { CalendarDaysId, Day } from '../../kernel/types.ts'
import type { Keys } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { CalendarDays } from '../../regulation/calendar/school-year.ts'
import type { CalendarState } from './machine.ts'

type Where = Pick<Ctx, 'territory'>

export type CalendarRow = CalendarDays & { readonly id: CalendarDaysId; readonly state: CalendarState }

/** Days of the calendar by a condition on `c`. */
export const calendarBy = (tx: Tx, { territory }: Where, where: RawBuilder<unknown>, order: Keys): Rows<CalendarRow> =>
  sqlRows(tx, {
    select: sql`c.id, c.kind, c.title, c.starts_on, c.ends_on, c.state`,
    from: sql`calendar_days c`,
    where: sql`c.territory_id = ${territory.id} and ${where}`,
    order,
  })

/** What the calendar of the territory says of a period, the earliest first. */
export function calendarWithin(tx: Tx, { territory }: Where, { from, to }: { from: Day; to: Day }): Promise<CalendarDays[]> {
  return tx
    .selectFrom('calendarDays')
    .select(['kind', 'title', 'startsOn', 'endsOn'])
    .where((is) => is.and({ territoryId: territory.id, state: 'kept' }))
    .where('startsOn', '<=', to)
    .where('endsOn', '>=', from)
    .orderBy('startsOn')
    .orderBy('id')
    .execute()
}

/** What it says of each of these days. */
export async function calendarOn(tx: Tx, where: Where, days: readonly (Day | null)[]): Promise<CalendarDays[]> {
  const sorted = days.flatMap((day) => day ?? []).toSorted()
  const [from, to] = [sorted[0], sorted.at(-1)]
  return from === undefined || to === undefined ? [] : calendarWithin(tx, where, { from, to })
}

/** Whether the same stands there already, beside this one. */
export async function isInCalendar(
  tx: Tx,
  { territory }: Where,
  { kind, title, startsOn, endsOn }: CalendarDays,
  except: CalendarDaysId | null,
): Promise<boolean> {
  const { found } = await oneRow(
    tx,
    sql<{
      found: boolean
    }>`select exists (select from calendar_days where territory_id = ${territory.id} and state = 'kept' and kind = ${kind}
      and lower(title) = lower(${title}) and starts_on = ${startsOn} and ends_on = ${endsOn} and id is distinct from ${except}) as found`,
  )
  return found
}
