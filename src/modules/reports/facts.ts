import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, ofPeriod as periodOf, quoted, remark, type Value } from '../../history/words.ts'
import type { PeriodKey } from '../../kernel/periods.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'

/** What a report is about; facts of earlier days name an academic year by its first. */
type OfPeriod = { period: PeriodKey; academicYear?: number; title?: string | null; practice?: string | null }
const ofPeriod = (of: { readonly [Name in keyof OfPeriod]?: Value }) =>
  of.practice ? `практика ${quoted(of.practice)}` : joined(periodOf(of), quoted(of.title))

export const facts = about(
  { group: 'reports', href: (to, { subjectId }) => paths.report({ ...to, report: subjectId }), sees: 'report.view' },
  {
    'report.started': fact<OfPeriod & { due: Day | null }>({ title: 'Начат отчёт', more: ofPeriod }),
    'report.changed': fact<{ changed: readonly string[] }>({
      title: 'Отчёт изменён',
      more: ({ changed }) => (changed ? `исправлено текстов: ${changed.length}` : null),
    }),
    'report.submitted': fact<OfPeriod & { due: Day | null; late: number }>({
      title: 'Отчёт отправлен',
      more: ({ late, ...of }) => joined(ofPeriod(of), late ? `опоздание ${counted(late, 'день', 'дня', 'дней')}` : null),
    }),
    'report.accepted': fact<OfPeriod & { remark: string | null }>({ title: 'Отчёт принят', more: ofPeriod }),
    'report.returned': fact<OfPeriod & { remark: string | null }>({
      title: 'Отчёт возвращён',
      more: ({ remark: why, ...of }) => joined(ofPeriod(of), remark(why)),
    }),
    'report.withdrawn': fact<OfPeriod>({ title: 'Отчёт отозван', more: ofPeriod }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
