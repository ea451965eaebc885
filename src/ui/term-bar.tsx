import { scaleLinear } from 'd3-scale'
import { daysBetween, longDate, shortDate } from '../kernel/dates.ts'
import type { Day } from '../kernel/types.ts'
import { nb } from './nb.ts'

/** How much of a term has passed. Outside the term there is no mark of today. */
export function TermBar({ from, to, today }: { from: Day; to: Day; today: Day }) {
  const position = scaleLinear([0, Math.max(1, daysBetween(from, to))], [1, 299]).clamp(true)
  const now = Math.round(position(daysBetween(from, today)))
  const inside = from <= today && today <= to
  // The captions of the ends are about 66 wide; the word for today must not lie on them.
  const anchor = now < 100 ? 'start' : now > 200 ? 'end' : 'middle'
  const crowded = now < 90 || now > 210
  return (
    <svg
      class="pl-term"
      viewBox={`0 0 300 ${inside && crowded ? 60 : 44}`}
      role="img"
      aria-label={nb(label(from, to, today, inside))}
    >
      <rect class="pl-term__all" x="1" y="8" width="298" height="12" rx="6" />
      {today >= from && <rect class="pl-term__gone" x="1" y="8" width={Math.max(12, now - 1)} height="12" rx="6" />}
      <text x="1" y="40">
        {shortDate(from)}
      </text>
      <text x="299" y="40" text-anchor="end">
        {shortDate(to)}
      </text>
      {inside && <line class="pl-term__now" x1={now} x2={now} y1="3" y2="25" />}
      {inside && (
        <text class="pl-term__nowtext" x={Math.min(298, Math.max(2, now))} y={crowded ? 57 : 40} text-anchor={anchor}>
          сегодня
        </text>
      )}
    </svg>
  )
}

function label(from: Day, to: Day, today: Day, inside: boolean): string {
  const term = `С ${longDate(from)} по ${longDate(to)}`
  if (inside) return `${term}, сегодня ${longDate(today)}`
  return today < from ? `${term}, срок ещё не начался` : `${term}, срок прошёл`
}
