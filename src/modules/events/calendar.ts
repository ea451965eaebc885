import type { Instant } from '../../kernel/types.ts'
import type { EventState } from './machine.ts'

/** An event as a calendar of a telephone takes it. */
export type CalendarEvent = {
  readonly id: string
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly where: string | null
  /** The page of the event. */
  readonly href: string
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** Grows with each change, so that a calendar replaces what it has. */
  readonly version: number
}

/** How a calendar is told of an event: called off, one's own, or not yet. */
export const cancelledOrNot = (state: EventState, isOwn: boolean): CalendarEvent['status'] =>
  state === 'cancelled' ? 'CANCELLED' : isOwn ? 'CONFIRMED' : 'TENTATIVE'

/** Events as a file .ics (RFC 5545): lines of at most 75 octets, ended by CRLF, times in UTC. */
export function icsOf(events: readonly CalendarEvent[], madeAt: Instant, name?: string): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Ploshchadka//RU', 'METHOD:PUBLISH'],
    ...(name ? [`X-WR-CALNAME:${escaped(name)}`] : []),
    ...events.flatMap((event) => linesOf(event, madeAt)),
    ...['END:VCALENDAR', ''],
  ]
  return lines.map(folded).join('\r\n')
}

const linesOf = (event: CalendarEvent, madeAt: Instant): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.id}`,
  `DTSTAMP:${utc(madeAt)}`,
  `DTSTART:${utc(event.startsAt)}`,
  `DTEND:${utc(event.endsAt)}`,
  `SEQUENCE:${event.version}`,
  `STATUS:${event.status}`,
  `SUMMARY:${escaped(event.title)}`,
  ...(event.where === null ? [] : [`LOCATION:${escaped(event.where)}`]),
  `URL:${event.href}`,
  'END:VEVENT',
]

const utc = (at: Instant): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n')

/** A line that is longer goes on in the next one after a space; a letter is never cut. */
function folded(line: string): string {
  const pieces = ['']
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > 74) {
      pieces.push('')
      octets = 0
    }
    pieces[pieces.length - 1] += sign
    octets += size
  }
  return pieces.join('\r\n ')
}
