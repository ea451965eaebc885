import type { Tx } from '../db/pool.ts'
import { addDays } from '../kernel/dates.ts'
import type { Day, TerritoryId } from '../kernel/types.ts'
import type { Notice } from '../notices/kinds.ts'

/** Days whose reminders are due: every day after the first one, up to and with the last. */
export type Span = { readonly after: Day; readonly to: Day }

/** What the calendar asks of people in one module on the days of a span. What has been done by now is not reminded of. */
export type ReminderSource = (tx: Tx, territoryId: TerritoryId, span: Span) => Promise<readonly Notice[]>

export const isIn = ({ after, to }: Span, day: Day): boolean => after < day && day <= to

/** What is said about a deadline on a day. */
export type Reminder = { readonly onDay: Day; readonly what: 'dueSoon' | 'dueToday' | 'overdue' }

/** A deadline is spoken of so many days before it, on the day where 0 is among them, and once the day after. */
export function remindersOf(dueOn: Day, daysBefore: readonly number[], span: Span): Reminder[] {
  const ahead = daysBefore.map((days): Reminder => ({ onDay: addDays(dueOn, -days), what: days === 0 ? 'dueToday' : 'dueSoon' }))
  return [...ahead, { onDay: addDays(dueOn, 1), what: 'overdue' } as const].filter(({ onDay }) => isIn(span, onDay))
}

/** The days before an ending on which it is spoken of. */
export const warningsOf = (endsOn: Day, daysBefore: readonly number[], span: Span): Day[] =>
  daysBefore.map((days) => addDays(endsOn, -days)).filter((day) => isIn(span, day))

/** Deadlines and endings that a span may speak of. */
export const spokenOfIn = ({ after, to }: Span, daysBefore: readonly number[]): { from: Day; to: Day } => ({
  from: after,
  to: addDays(to, Math.max(...daysBefore)),
})
