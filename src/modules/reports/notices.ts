import { clauseInWords } from '../../kernel/clause-reference.ts'
import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { note, siteNamed } from '../../notices/words.ts'
import { paths } from '../../web/paths.ts'
import { ofReport, type ReportOf } from './model.ts'

type OfReport = ReportOf & { site: string }
/** `also` names other reports of the site that are due on the same day. */
type DueReport = OfReport & { dueOn: Day; clause: string; reportId: string | null; also?: readonly string[] }

const about =
  (title: string): Say<OfReport> =>
  ({ site, ...of }, to, report) => ({
    title: `${title} ${ofReport(of)}`,
    more: siteNamed(site),
    href: paths.report({ ...to, report }),
  })

const dueReport =
  (title: (params: DueReport) => string): Say<DueReport> =>
  (params, to, site) => ({
    title: title(params),
    more: [
      `${siteNamed(params.site)}, ${clauseInWords(params.clause)}`,
      ...(params.also ?? []).map((of) => `и отчёт ${of}`),
    ].join(', '),
    href: params.reportId ? paths.report({ ...to, report: params.reportId }) : paths.siteReports({ ...to, site }),
  })

export const notices = {
  'report.awaitsDecision': notice<OfReport>(about('Ждёт вас отчёт')),
  'report.stepPassed': notice<OfReport & { caption: string }>(({ caption, ...of }, to, report, act) => ({
    ...about('Прошёл дальше отчёт')(of, to, report, act),
    more: `${siteNamed(of.site)}. ${caption}`,
  })),
  'report.accepted': notice<OfReport>(about('Принят отчёт')),
  'report.returned': urgent<OfReport & { remark: string }>(({ site, remark, ...of }, to, report) => ({
    title: `Вернули отчёт ${ofReport(of)}`,
    more: `${siteNamed(site)}. ${note(remark)}`,
    href: paths.report({ ...to, report }),
  })),
  'report.withdrawn': notice<OfReport>(about('Отозван отчёт')),
  'report.dueSoon': notice<DueReport>(dueReport(({ dueOn, ...of }) => `Сдайте отчёт ${ofReport(of)} до ${longDate(dueOn)}`)),
  'report.dueToday': urgent<DueReport>(dueReport((of) => `Сегодня последний день: отчёт ${ofReport(of)}`)),
  'report.overdue': notice<DueReport>(
    dueReport(({ dueOn, ...of }) => `Отчёт ${ofReport(of)} не сдан, срок прошёл ${longDate(dueOn)}`),
  ),
  /** To the operator: a site has not handed in its report. */
  'report.notReceived': notice<DueReport>(
    dueReport(({ dueOn, ...of }) => `Не получен отчёт ${ofReport(of)}, срок прошёл ${longDate(dueOn)}`),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
