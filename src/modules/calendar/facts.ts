import { about, type FactsOf, fact } from '../../history/facts.ts'
import { day, joined, named, period, quoted } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from './paths.ts'
import { kindWords } from './texts.ts'

type Of = { kind: string; title: string; from: Day; to: Day }
const more = ({ kind, title, from, to }: Partial<Of>) =>
  joined(named(kindWords, kind), quoted(title), from === to ? day(from) : period(from, to))

export const facts = about(
  { group: 'plans', href: (to, { subjectId }) => paths.calendarDays({ ...to, days: subjectId }), keptIn: 'calendar_days' },
  {
    'calendar.added': fact<Of>({ title: 'В календарь территории внесены дни', more }),
    'calendar.changed': fact<Of>({ title: 'Дни календаря территории исправлены', more }),
    'calendar.removed': fact<Of>({ title: 'Дни убраны из календаря территории', more }),
    'calendar.putBack': fact<Of>({ title: 'Дни возвращены в календарь территории', more }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
