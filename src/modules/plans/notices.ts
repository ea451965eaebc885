import { lower } from '../../kernel/names.ts'
import { type PeriodKey, periodName } from '../../kernel/periods.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { note, siteNamed } from '../../notices/words.ts'
import { paths } from '../../web/paths.ts'

type OfPlan = { site: string; period: PeriodKey; caption: string }

type OfProposal = { site: string; period: PeriodKey; activity: string }

const ofPlan =
  (title: (params: OfPlan) => string): Say<OfPlan> =>
  (params, to, plan) => ({ title: title(params), more: siteNamed(params.site), href: paths.plan({ ...to, plan }) })

const ofProposal =
  <Params extends OfProposal>(title: (params: Params) => string): Say<Params> =>
  (params, to, proposal) => ({
    title: title(params),
    more: siteNamed(params.site),
    href: paths.planProposal({ ...to, proposal }),
  })

export const notices = {
  'plan.awaitsDecision': notice<OfPlan>(
    ofPlan(({ period, caption }) => `Ждёт вас план на ${periodName(period)}: ${lower(caption)}`),
  ),
  'plan.stepPassed': notice<OfPlan>(
    ofPlan(({ period, caption }) => `План на ${periodName(period)} прошёл дальше: ${lower(caption)}`),
  ),
  'plan.returned': urgent<OfPlan & { remark: string }>((params, to, plan) => ({
    title: `План на ${periodName(params.period)} вернули: ${lower(params.caption)}`,
    more: `${siteNamed(params.site)}. ${note(params.remark)}`,
    href: paths.plan({ ...to, plan }),
  })),
  'plan.approved': notice<OfPlan>(ofPlan(({ period }) => `План на ${periodName(period)} утверждён`)),
  'plan.lineProposed': notice<OfProposal & { by: string }>(
    ofProposal(({ activity, by, period }) => `${by} предлагает в план на ${periodName(period)}: «${activity}»`),
  ),
  'plan.proposalTaken': notice<OfProposal>(
    ofProposal(({ activity, period }) => `Ваше предложение взяли в план на ${periodName(period)}: «${activity}»`),
  ),
  'plan.proposalDeclined': notice<OfProposal & { reason: string }>((params, to, proposal) => ({
    title: `Ваше предложение не взяли в план: «${params.activity}»`,
    more: `${siteNamed(params.site)}. ${note(params.reason)}`,
    href: paths.planProposal({ ...to, proposal }),
  })),
  'plan.withdrawn': notice<{ site: string; period: PeriodKey }>(({ site, period }, to, plan) => ({
    title: `План на ${periodName(period)} отозван`,
    more: `${siteNamed(site)}. Решать пока нечего`,
    href: paths.plan({ ...to, plan }),
  })),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
