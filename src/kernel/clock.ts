import type { Day, Instant } from './types.ts'

/** The one place where the machine's clock is read. Take it once per request or job. */
export const systemNow = (): Instant => new Date()

/** Milliseconds of a steady clock, for measuring how long something took. */
export const steadyMs = (): number => performance.now()

const formats = new Map<string, Intl.DateTimeFormat>()
function localFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(timeZone, format)
  }
  return format
}

/** Calendar day and wall time `HH:MM:SS` of an instant in a time zone (IANA name). */
export function localTime(instant: Instant, timeZone: string): LocalTime {
  const ofZone = told.get(timeZone) ?? new Map<number, LocalTime>()
  const known = ofZone.get(instant.getTime())
  if (known) return known
  const [day = '', time = ''] = localFormat(timeZone).format(instant).split(', ')
  if (ofZone.size >= mostTold) ofZone.clear()
  ofZone.set(instant.getTime(), { day, time })
  told.set(timeZone, ofZone)
  return { day, time }
}

type LocalTime = { readonly day: Day; readonly time: string }
/** What a clock shows at a moment never changes, and a page asks of the same beginnings and ends again and again: 2 µs each. */
const told = new Map<string, Map<number, LocalTime>>()
const mostTold = 5000

/** The instant at which a wall clock in the zone shows the given day and time. */
export function instantOf(day: Day, time: string, timeZone: string): Instant {
  const asUtc = Date.parse(`${day}T${time}Z`)
  const offsetAt = (guess: number) => {
    const local = localTime(new Date(guess), timeZone)
    return Date.parse(`${local.day}T${local.time}Z`) - Math.floor(guess / 1000) * 1000
  }
  const first = asUtc - offsetAt(asUtc)
  return new Date(asUtc - offsetAt(first))
}
