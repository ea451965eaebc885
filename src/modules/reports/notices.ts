import { longDate } from '../../kernel/dates.ts'
import { type PeriodKey, periodName } from '../../kernel/periods.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { note, siteNamed } from '../../notices/words.ts'
import { paths } from '../../web/paths.ts'

type OfReport = { site: string; period: PeriodKey }
type DueReport = OfReport & { dueOn: Day; clause: string; reportId: string | null }

const ofReport =
  (title: string): Say<OfReport> =>
  ({ site, period }, to, report) => ({
    title: `${title} за ${periodName(period)}`,
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
  'report.returned': urgent<OfReport & { remark: string }>(({ site, period, remark }, to, report) => ({
    title: `Вернули отчёт за ${periodName(period)}`,
    more: `${siteNamed(site)}. ${note(remark)}`,
    href: paths.report({ ...to, report }),
  })),
  'report.withdrawn': notice<OfReport>(ofReport('Отозван отчёт')),
  'report.dueSoon': notice<DueReport>(
    dueReport(({ period, dueOn }) => `Сдайте отчёт за ${periodName(period)} до ${longDate(dueOn)}`),
  ),
  'report.dueToday': urgent<DueReport>(dueReport(({ period }) => `Сегодня последний день: отчёт за ${periodName(period)}`)),
  'report.overdue': notice<DueReport>(
    dueReport(({ period, dueOn }) => `Отчёт за ${periodName(period)} не сдан, срок прошёл ${longDate(dueOn)}`),
  ),
  /** To the operator: a site has not handed in its report. */
  'report.notReceived': notice<DueReport>(
    dueReport(({ period, dueOn }) => `Не получен отчёт за ${periodName(period)}, срок прошёл ${longDate(dueOn)}`),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
