import { academicYearName } from '../../kernel/dates.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { note, siteNamed } from '../../notices/words.ts'
import { paths } from '../../web/paths.ts'

const year = (academicYear: number) => `${academicYearName(academicYear)} учебный год`
type OfPlan = { site: string; academicYear: number; caption: string }

const lower = (caption: string) => caption.charAt(0).toLowerCase() + caption.slice(1)
const ofPlan =
  (title: (params: OfPlan) => string): Say<OfPlan> =>
  (params, to, plan) => ({ title: title(params), more: siteNamed(params.site), href: paths.plan({ ...to, plan }) })

export const notices = {
  'plan.awaitsDecision': notice<OfPlan>(
    ofPlan(({ academicYear, caption }) => `Ждёт вас план на ${year(academicYear)}: ${lower(caption)}`),
  ),
  'plan.stepPassed': notice<OfPlan>(
    ofPlan(({ academicYear, caption }) => `План на ${year(academicYear)} прошёл дальше: ${lower(caption)}`),
  ),
  'plan.returned': urgent<OfPlan & { remark: string }>((params, to, plan) => ({
    title: `План на ${year(params.academicYear)} вернули: ${lower(params.caption)}`,
    more: `${siteNamed(params.site)}. ${note(params.remark)}`,
    href: paths.plan({ ...to, plan }),
  })),
  'plan.approved': notice<OfPlan>(ofPlan(({ academicYear }) => `План на ${year(academicYear)} утверждён`)),
  'plan.withdrawn': notice<{ site: string; academicYear: number }>(({ site, academicYear }, to, plan) => ({
    title: `План на ${year(academicYear)} отозван`,
    more: `${siteNamed(site)}. Решать пока нечего`,
    href: paths.plan({ ...to, plan }),
  })),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
