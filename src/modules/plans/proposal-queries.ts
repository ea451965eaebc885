import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { PlanId, PlanProposalId, SiteId } from '../../kernel/types.ts'

type Where = Pick<Ctx, 'territory'>

/** The plan of a proposal; null when there is no such proposal. */
export async function planOfProposal(tx: Tx, { territory }: Where, id: PlanProposalId): Promise<PlanId | null> {
  const row = await tx
    .selectFrom('planProposals')
    .select('planId')
    .where((is) => is.and({ territoryId: territory.id, id }))
    .executeTakeFirst()
  return row?.planId ?? null
}

/** What has been proposed for a plan, the newest first. */
export const proposalsOfPlan = (tx: Tx, { territory }: Where, planId: PlanId) =>
  tx
    .selectFrom('planProposals')
    .select(['id', 'activity', 'state', 'proposedBy', 'startsOn', 'endsOn'])
    .where((is) => is.and({ territoryId: territory.id, planId }))
    .where('state', '<>', 'withdrawn')
    .orderBy('proposedAt', 'desc')
    .orderBy('id')
    .execute()
export type ProposalRow = Awaited<ReturnType<typeof proposalsOfPlan>>[number]

/** Proposals that wait for the heads of these sites. */
export const waitingProposals = (tx: Tx, { territory }: Where, sites: readonly SiteId[], most: number) =>
  tx
    .selectFrom('planProposals as o')
    .innerJoin('plans as p', (join) => join.onRef('p.territoryId', '=', 'o.territoryId').onRef('p.id', '=', 'o.planId'))
    .select(['o.id', 'o.activity', 'o.proposedBy', 'p.siteId'])
    .where('o.territoryId', '=', territory.id)
    .where('o.state', '=', 'proposed')
    .where('p.siteId', '=', sql<SiteId>`any(${[...sites]}::uuid[])`)
    .orderBy('o.proposedAt')
    .orderBy('o.id')
    .limit(most)
    .execute()
