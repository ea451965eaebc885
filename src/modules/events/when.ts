import type { Territory } from '../../authz/ctx.ts'
import { instantOf, localTime } from '../../kernel/clock.ts'
import { longDate, weekday } from '../../kernel/dates.ts'
import { academicHoursText } from '../../kernel/plural.ts'
import type { Day, Instant } from '../../kernel/types.ts'
import { academicHours } from './rules.ts'

type Zone = Pick<Territory, 'timeZone'>
type Times = { readonly startsAt: Instant; readonly endsAt: Instant }

/** The day and hours of an event by the clock of the territory. */
export function hoursOf({ startsAt, endsAt }: Times, { timeZone }: Zone): { day: Day; from: string; until: string } {
  const start = localTime(startsAt, timeZone)
  return { day: start.day, from: start.time.slice(0, 5), until: localTime(endsAt, timeZone).time.slice(0, 5) }
}

/** «21 октября 2021 г., четверг, 10:20–11:05» */
export function whenWords(times: Times, zone: Zone): string {
  const { day, from, until } = hoursOf(times, zone)
  return `${longDate(day)}, ${weekday(day)}, ${from}–${until}`
}

/** How long events lasted together, in the hours that papers count: «2,5 академического часа». */
export const lengthWords = (events: readonly Times[]): string =>
  academicHoursText(events.reduce((sum, event) => sum + academicHours(event), 0))

/** An event as people are told of it: what, when and where. */
export const eventWords = (event: Times & { readonly title: string; readonly room: string | null }, zone: Zone) => ({
  title: event.title,
  when: whenWords(event, zone),
  where: placeWords(event),
})
export const placeWords = ({ room }: { readonly room: string | null }): string => room ?? 'по ссылке'

/** The moments of a day and hours typed by the clock of the territory; an event ends on the day it begins. */
export const timesOf = ({ day, from, until }: { day: Day; from: string; until: string }, { timeZone }: Zone): Times => ({
  startsAt: instantOf(day, `${from}:00`, timeZone),
  endsAt: instantOf(day, `${until}:00`, timeZone),
})
