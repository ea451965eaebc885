import type { Day } from '../../kernel/types.ts'

export const calendarKinds = ['holidays', 'exam', 'dayOff', 'workDay'] as const
export type CalendarKind = (typeof calendarKinds)[number]

/** Days of the school year of a territory: what they are and what they are called. Both days are inclusive. */
export type CalendarDays = {
  readonly kind: CalendarKind
  readonly title: string
  readonly startsOn: Day
  readonly endsOn: Day
}

/** The same for a demonstration, said shortly: holidays from one day to another, exams on one day. */
export const holidays = (title: string, startsOn: Day, endsOn: Day): CalendarDays => ({
  kind: 'holidays',
  title,
  startsOn,
  endsOn,
})
export const exam = (title: string, day: Day): CalendarDays => ({ kind: 'exam', title, startsOn: day, endsOn: day })
export const dayOff = (title: string, day: Day): CalendarDays => ({ kind: 'dayOff', title, startsOn: day, endsOn: day })
