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
export function localTime(instant: Instant, timeZone: string): { day: Day; time: string } {
  const [day = '', time = ''] = localFormat(timeZone).format(instant).split(', ')
  return { day, time }
}

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
