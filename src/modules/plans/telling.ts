import type { OpenPlan } from './store.ts'

/** What notices say of any plan. */
export const aboutPlan = ({ site, plan: { period } }: Pick<OpenPlan, 'site' | 'plan'>) => ({
  site: site.organisations[0]?.shortName ?? '',
  period: period.key,
})
