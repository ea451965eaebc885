import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, remark, year } from '../../history/words.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'

type OfYear = { academicYear: number }
const ofYear = ({ academicYear }: Partial<OfYear>) => year(academicYear)

export const facts = about(
  { group: 'reports', href: (to, { subjectId }) => paths.report({ ...to, report: subjectId }), sees: 'report.view' },
  {
    'report.started': fact<OfYear & { due: Day | null }>({ title: 'Начат отчёт', more: ofYear }),
    'report.changed': fact<{ changed: readonly string[] }>({
      title: 'Отчёт изменён',
      more: ({ changed }) => (changed ? `исправлено текстов: ${changed.length}` : null),
    }),
    'report.submitted': fact<OfYear & { due: Day | null; late: number }>({
      title: 'Отчёт отправлен',
      more: ({ academicYear, late }) =>
        joined(year(academicYear), late ? `опоздание ${counted(late, 'день', 'дня', 'дней')}` : null),
    }),
    'report.accepted': fact<OfYear & { remark: string | null }>({ title: 'Отчёт принят', more: ofYear }),
    'report.returned': fact<OfYear & { remark: string | null }>({
      title: 'Отчёт возвращён',
      more: ({ academicYear, remark: why }) => joined(year(academicYear), remark(why)),
    }),
    'report.withdrawn': fact<OfYear>({ title: 'Отчёт отозван', more: ofYear }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
