import type { Pool, Tx } from '../db/pool.ts'
import { addDays } from '../kernel/dates.ts'
import type { Day, SiteId, TerritoryId } from '../kernel/types.ts'
import type { Notice } from '../notices/kinds.ts'
import { type ByClock, noticesOf, type Told, type When } from './told.ts'

/** Days whose reminders are due: every day after the first one, up to and with the last. */
export type Span = { readonly after: Day; readonly to: Day }

/** What the calendar asks of people in one module on the days of a span. What has been done by now is not reminded of. */
export type ReminderSource = (tx: Tx, territoryId: TerritoryId, span: Span) => Promise<readonly Notice[]>

/** What the clock does by itself on a day that has come, each case in a transaction of its own. */
export type ClockDeed = (pool: Pool, at: ByClock) => Promise<void>

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
  to: addDays(to, Math.max(0, ...daysBefore)),
})

/** What is said of an ending on a day: that it comes near, or was yesterday. */
export type Warning = { readonly onDay: Day; readonly what: 'soon' | 'over' }

/** An ending is spoken of so many days before it, and with `after` once the day after. */
export const warningsAbout = (endsOn: Day, { days, after = false }: EndingDays, span: Span): Warning[] => [
  ...warningsOf(endsOn, days, span).map((onDay): Warning => ({ onDay, what: 'soon' })),
  ...(after && isIn(span, addDays(endsOn, 1)) ? [{ onDay: addDays(endsOn, 1), what: 'over' } as const] : []),
]

export type EndingDays = { readonly days: readonly number[]; readonly after?: boolean }
type Ending = { readonly siteId: SiteId; readonly endsOn: Day }
type EndingSpec<Row> = Pick<EndingDays, 'after'> & {
  /** How many days before, as the territory has chosen. */
  readonly days: (tx: Tx, where: When) => Promise<readonly number[]>
  readonly rows: (tx: Tx, where: When, between: { readonly from: Day; readonly to: Day }) => Promise<readonly Row[]>
  readonly tell: (row: Row, what: Warning['what']) => Told<When> & { readonly subjectId: string }
}

/** Reminders of something of a site that ends by itself. */
export const endingReminders =
  <Row extends Ending>({ rows, tell, days, after }: EndingSpec<Row>): ReminderSource =>
  async (tx, territoryId, span) => {
    const where = { territory: { id: territoryId }, today: span.to }
    const when = { days: await days(tx, where), after }
    const notices: Notice[] = []
    for (const row of await rows(tx, where, spokenOfIn(span, when.days)))
      for (const { onDay, what } of warningsAbout(row.endsOn, when, span)) {
        const told = tell(row, what)
        const own = await noticesOf(tx, where, told, { id: told.subjectId, siteId: row.siteId })
        notices.push(...own.map((one) => ({ ...one, onDay })))
      }
    return notices
  }
