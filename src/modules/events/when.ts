import { type Times, whenWords, type Zone } from '../../kernel/hours.ts'
import { academicHoursText } from '../../kernel/plural.ts'
import { academicHours } from './rules.ts'

export { hoursOf, timesOf, whenWords } from '../../kernel/hours.ts'

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
