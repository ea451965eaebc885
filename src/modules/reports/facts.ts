import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, ofPeriod as periodOf, quoted, remark, text, type Value } from '../../history/words.ts'
import type { PeriodKey } from '../../kernel/periods.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'

/** What a report is about; facts of earlier days name an academic year by its first. */
type OfPeriod = { period: PeriodKey; academicYear?: number; title?: string | null; practice?: string | null }
const ofPeriod = (of: { readonly [Name in keyof OfPeriod]?: Value }) =>
  of.practice ? `практика ${quoted(of.practice)}` : joined(periodOf(of), quoted(of.title))

type Decided = OfPeriod & { step?: string; remark: string | null }
const decided = ({ remark: why, step, ...of }: { readonly [Name in keyof Decided]?: Value }) =>
  joined(ofPeriod(of), text(step), remark(why))

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
    'report.voiced': fact<Decided>({ title: 'Решение об отчёте записано, ждут остальных', more: decided }),
    'report.stepPassed': fact<Decided>({ title: 'Отчёт прошёл дальше', more: decided }),
    'report.accepted': fact<Decided>({ title: 'Отчёт принят', more: decided }),
    'report.returned': fact<Decided>({ title: 'Отчёт возвращён', more: decided }),
    'report.withdrawn': fact<OfPeriod>({ title: 'Отчёт отозван', more: ofPeriod }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
