import { academicYearName, longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { note, siteNamed } from '../../notices/words.ts'
import { paths } from '../../web/paths.ts'

const year = (academicYear: number) => `${academicYearName(academicYear)} учебный год`
type OfReport = { site: string; academicYear: number }
type DueReport = OfReport & { dueOn: Day; clause: string; reportId: string | null }

const ofReport =
  (title: string): Say<OfReport> =>
  ({ site, academicYear }, to, report) => ({
    title: `${title} за ${year(academicYear)}`,
    more: siteNamed(site),
    href: paths.report({ ...to, report }),
  })

const dueReport =
  (title: (params: DueReport) => string): Say<DueReport> =>
  (params, to, site) => ({
    title: title(params),
    more: `${siteNamed(params.site)}, п. ${params.clause} Положения`,
    href: params.reportId ? paths.report({ ...to, report: params.reportId }) : paths.siteReports({ ...to, site }),
  })

export const notices = {
  'report.awaitsDecision': notice<OfReport>(ofReport('Ждёт вас отчёт')),
  'report.accepted': notice<OfReport>(ofReport('Принят отчёт')),
  'report.returned': urgent<OfReport & { remark: string }>(({ site, academicYear, remark }, to, report) => ({
    title: `Вернули отчёт за ${year(academicYear)}`,
    more: `${siteNamed(site)}. ${note(remark)}`,
    href: paths.report({ ...to, report }),
  })),
  'report.withdrawn': notice<OfReport>(ofReport('Отозван отчёт')),
  'report.dueSoon': notice<DueReport>(
    dueReport(({ academicYear, dueOn }) => `Сдайте отчёт за ${year(academicYear)} до ${longDate(dueOn)}`),
  ),
  'report.dueToday': urgent<DueReport>(dueReport(({ academicYear }) => `Сегодня последний день: отчёт за ${year(academicYear)}`)),
  'report.overdue': notice<DueReport>(
    dueReport(({ academicYear, dueOn }) => `Отчёт за ${year(academicYear)} не сдан, срок прошёл ${longDate(dueOn)}`),
  ),
  /** To the operator: a site has not handed in its report. */
  'report.notReceived': notice<DueReport>(
    dueReport(({ academicYear, dueOn }) => `Не получен отчёт за ${year(academicYear)}, срок прошёл ${longDate(dueOn)}`),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
