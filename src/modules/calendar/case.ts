import { caseOf } from '../../kit/case.ts'
import { thing } from '../../kit/thing.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'

/** The calendar of a territory, into which days are written. */
export const theCalendar = thing({
  param: 'territory',
  sees: 'calendar.view',
  open: async (_tx, { territory }) => territory,
  lock: async (_tx, { territory }) => territory,
  concerns: () => ({}),
})

/** Days of it: holidays, an exam, a day off. */
export const calendarDays = caseOf({
  table: 'calendarDays',
  machine,
  param: 'days',
  sees: 'calendar.view',
  home: paths.calendarDays,
  around: async () => ({}),
  concerns: () => ({}),
})
export type OpenDays = NonNullable<Awaited<ReturnType<typeof calendarDays.open>>>
