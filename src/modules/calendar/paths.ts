import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  calendar: path('/t/:territory/calendar'),
  newCalendarDays: path('/t/:territory/calendar/new'),
  calendarDays: path('/t/:territory/calendar/:days'),
  calendarDaysEdit: path('/t/:territory/calendar/:days/edit'),
  calendarDaysRemoval: path('/t/:territory/calendar/:days/removal'),
  calendarDaysReturn: path('/t/:territory/calendar/:days/return'),
  publicCalendar: path('/calendar/:territory'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
