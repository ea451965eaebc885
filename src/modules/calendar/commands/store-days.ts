import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { newId } from '../../../kernel/ids.ts'
import type { CalendarDaysId } from '../../../kernel/types.ts'
import type { CalendarDays } from '../../../regulation/calendar/school-year.ts'

/** Stores many days at once, in the caller's transaction; gives the facts for history. */
export async function storeDays(tx: Tx, { territory }: Pick<Ctx, 'territory'>, all: readonly CalendarDays[]): Promise<Fact[]> {
  if (all.length === 0) return []
  const rows = all.map((days) => ({ ...days, id: newId<CalendarDaysId>(), territoryId: territory.id }))
  await tx.insertInto('calendarDays').values(rows).execute()
  return rows.map(({ id, kind, title, startsOn: from, endsOn: to }) => ({
    kind: 'calendar.added',
    subjectId: id,
    facts: { kind, title, from, to },
  }))
}
