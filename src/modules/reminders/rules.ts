import { addDays, dayBefore, daysBetween } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'

/** Days whose reminders are due: every day after the first one, up to and with the last. */
export type Span = { readonly after: Day; readonly to: Day }

/** After a long silence only the last days are made up for. */
const longestSilence = 60
/** Letters are not written at night. */
const morning = '07:00:00'

const assignmentDays = [7, 0]
const readingDays = 7
/** Applicants are reminded of a question this many days before its day, and on the day. */
export const informationDays = 2

export const isIn = ({ after, to }: Span, day: Day): boolean => after < day && day <= to

/** The last day whose reminders may be told at a local moment: the day itself, from the morning on. */
export const dayToTell = (local: { day: Day; time: string }): Day => (local.time < morning ? dayBefore(local.day) : local.day)

/** The days not yet told; null when there are none. The first run ever tells one day. */
export function spanOf(lastDayRun: Day | null, to: Day): Span | null {
  const last = lastDayRun ?? dayBefore(to)
  const after = daysBetween(last, to) > longestSilence ? addDays(to, -longestSilence) : last
  return after < to ? { after, to } : null
}

/** What is said about a deadline on a day. */
export type Reminder = { readonly onDay: Day; readonly what: 'dueSoon' | 'dueToday' | 'overdue' }

function remindersOf(dueOn: Day, daysBefore: readonly number[], span: Span): Reminder[] {
  const ahead = daysBefore.map((days): Reminder => ({ onDay: addDays(dueOn, -days), what: days === 0 ? 'dueToday' : 'dueSoon' }))
  return [...ahead, { onDay: addDays(dueOn, 1), what: 'overdue' } as const].filter(({ onDay }) => isIn(span, onDay))
}

/** A report: on the days its regulation names, and once the day after. */
export const reportReminders = (dueOn: Day, daysBefore: readonly number[], span: Span): Reminder[] =>
  remindersOf(dueOn, daysBefore, span)

/** A point of an order: a week before, on the day, and once the day after. */
export const assignmentReminders = (dueOn: Day, span: Span): Reminder[] => remindersOf(dueOn, assignmentDays, span)

/** A question about an application: two days before, on the day, and once the day after. */
export const informationReminders = (dueOn: Day, span: Span): Reminder[] => remindersOf(dueOn, [informationDays, 0], span)

/** How many days before the day an expert is reminded of a review, the day itself among them. */
export const reviewDays: readonly number[] = [7, 3, 1, 0]
/** A review: a week, three days and a day before, on the day, and once the day after. */
export const reviewReminders = (dueOn: Day, span: Span): Reminder[] => remindersOf(dueOn, reviewDays, span)

const statusDays = [90, 30, 7]
const contractDays = [30, 7]

/** A status that ends by itself: three months, a month and a week before its last day, and the day after it. (C-33) */
export function statusWarnings(endsOn: Day, span: Span): { readonly onDay: Day; readonly what: 'soon' | 'over' }[] {
  const ahead = statusDays.map((days) => ({ onDay: addDays(endsOn, -days), what: 'soon' as const }))
  return [...ahead, { onDay: addDays(endsOn, 1), what: 'over' as const }].filter(({ onDay }) => isIn(span, onDay))
}

/** A contract: a month and a week before its last day. */
export const contractWarnings = (endsOn: Day, span: Span): Day[] =>
  contractDays.map((days) => addDays(endsOn, -days)).filter((day) => isIn(span, day))

/** Last days of statuses and contracts that a span may speak of. */
export const endingsToSpeakOf = ({ after, to }: Span): { from: Day; to: Day } => ({
  from: after,
  to: addDays(to, Math.max(...statusDays)),
})

/** Deadlines of points that a span may speak of. */
export const assignmentsDue = ({ after, to }: Span): { from: Day; to: Day } => ({
  from: after,
  to: addDays(to, Math.max(...assignmentDays)),
})

/** The day on which somebody who has not read an order is reminded of it, and back. */
export const readingReminder = (signedOn: Day): Day => addDays(signedOn, readingDays)
export const signedFor = ({ after, to }: Span): Span => ({ after: addDays(after, -readingDays), to: addDays(to, -readingDays) })
