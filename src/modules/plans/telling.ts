import type { Who } from '../../kit/told.ts'
import { planSteps } from '../../regulation/work/plan-steps.ts'
import { atSite, decidersOf } from '../sites/decider-queries.ts'
import type { OpenPlan } from './store.ts'

/** What notices say of any plan. */
export const aboutPlan = ({ site, plan: { period } }: OpenPlan) => ({
  site: site.organisations[0]?.shortName ?? '',
  period: period.key,
})

/** Tells those who decide at a step that it is their turn. */
export function waitingFor(opened: OpenPlan, step: number) {
  const { by, caption } = planSteps(opened.regulation)[step]!
  const deciders: Who = (tx, ctx) => decidersOf(tx, ctx, opened.regulation, atSite(opened.site), by)
  return { kind: 'plan.awaitsDecision' as const, to: [deciders], params: { ...aboutPlan(opened), caption } }
}
