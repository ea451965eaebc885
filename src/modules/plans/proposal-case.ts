import { asId } from '../../kernel/ids.ts'
import type { PlanProposalId } from '../../kernel/types.ts'
import { caseOf } from '../../kit/case.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { paths } from './paths.ts'
import { proposalMachine } from './proposal-machine.ts'
import { planOfProposal } from './proposal-queries.ts'
import { lockPlan, openPlan } from './store.ts'

/** Something a member of a site proposes for its plan. (U-43) */
export const proposals = caseOf({
  table: 'planProposals',
  machine: proposalMachine,
  param: 'proposal',
  sees: 'plan.viewDraft',
  home: paths.planProposal,
  // The plan first, as everybody locks who writes into it.
  first: async (tx, ctx, id) => {
    const own = asId<PlanProposalId>(id)
    const planId = own && (await planOfProposal(tx, ctx, own))
    return planId && lockPlan(tx, ctx, planId)
  },
  around: async (tx, ctx, { planId }) => {
    const into = await openPlan(tx, ctx, planId)
    return into && { into }
  },
  concerns: ({ one, into }) => ({ siteId: into.plan.siteId, personIds: [one.proposedBy] }),
  standing: ({ into }, today) => siteIsOpen(into.site.standing, today),
})
export type OpenProposal = NonNullable<Awaited<ReturnType<typeof proposals.open>>>
