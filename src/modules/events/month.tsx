import type { Territory } from '../../authz/ctx.ts'
import type { Day, Instant } from '../../kernel/types.ts'
import type { Address } from '../../kit/list/spec.ts'
import { type LinkItem, Month, type OnDay } from '../../ui/content.ts'
import { monthLink, monthOf, nextMonth, type Span } from './span.ts'
import { hoursOf } from './when.ts'

/** Of a day of the calendar so many are named; the others stand in the list of that day. */
export const mostOfDay = 4

type Row = { readonly title: string; readonly startsAt: Instant; readonly endsAt: Instant; readonly ofDay: number | null }
type Given<One extends Row> = {
  readonly rows: readonly One[]
  readonly when: Span | null
  /** The address with something changed. */
  readonly href: (change: Address) => string
  readonly item: (row: One) => Pick<OnDay, 'more' | 'href' | 'own'>
}

/** The events of a month by days. */
export function monthPage<One extends Row>(
  { territory, today }: { territory: Pick<Territory, 'timeZone'>; today: Day },
  { rows, when, href, item }: Given<One>,
) {
  const month = monthOf(when?.from ?? today)
  const to = (count: number): LinkItem => {
    const span = nextMonth(month, count)
    return { href: href({ when: span.typed }), label: monthLink(span) }
  }
  const items = rows.map((row) => ({ row, ...hoursOf(row, territory) }))
  const ofDay = new Map(items.map(({ row, day }) => [day, row.ofDay ?? 0]))
  return (
    <Month
      first={month.from}
      caption={`Мероприятия по дням: ${monthLink(month)}`}
      before={to(-1)}
      after={to(1)}
      items={items.map(({ row, day, from }) => ({ day, hour: from, title: row.title, ...item(row) }))}
      rest={(day) => ({
        count: (ofDay.get(day) ?? 0) - mostOfDay,
        href: href({ show: day < today ? 'past' : undefined, when: day }),
      })}
    />
  )
}
