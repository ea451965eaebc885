import type { Route } from '../../web/route.ts'
import { calendarDays, theCalendar } from './case.ts'
import { addDays, changeDays, putDaysBack, removeDays } from './deeds.ts'
import { calendarList, publicCalendarList } from './list.tsx'
import { paths } from './paths.ts'
import { daysPage, editPage, newPage } from './views/days-page.tsx'

export const routes: Route[] = [
  ...calendarList.routes,
  ...publicCalendarList.routes,
  theCalendar.page(paths.newCalendarDays, newPage, 'calendar.keep'),
  addDays.route(newPage),
  calendarDays.page(paths.calendarDays, daysPage),
  calendarDays.page(paths.calendarDaysEdit, editPage, 'calendar.keep'),
  changeDays.route(editPage),
  ...[removeDays, putDaysBack].map((deed) => deed.route(daysPage)),
]
