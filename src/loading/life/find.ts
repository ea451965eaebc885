import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { asId } from '../../kernel/ids.ts'
import type {
  ContractId,
  EventId,
  OrderId,
  PairId,
  PersonId,
  PlanId,
  ProgrammeId,
  SiteId,
  TraineeshipId,
  TryOutId,
  WorkingGroupId,
} from '../../kernel/types.ts'
import { contractsOfSite } from '../../modules/contracts/queries.ts'
import { eventsBy } from '../../modules/events/queries.ts'
import { groupsBy } from '../../modules/groups/queries.ts'
import { signedOrders } from '../../modules/orders/queries.ts'
import { pairsBy } from '../../modules/pairs/queries.ts'
import { linesOf, openPlan, plansWithin } from '../../modules/plans/queries.ts'
import { programmesOfSite } from '../../modules/programmes/queries.ts'
import { traineeshipsBy } from '../../modules/traineeships/queries.ts'
import { tryoutsBy } from '../../modules/tryouts/store.ts'

const only = <Row extends { readonly id: unknown }>(rows: readonly Row[], what: string): Row['id'] => {
  const [row] = rows
  if (!row) throw new Error(`there is no ${what} yet`)
  return row.id
}

/** Rows that earlier steps have made, by what the facts call them. */
export const found = {
  plan: async (tx: Tx, { territory }: Ctx, siteId: SiteId): Promise<PlanId> =>
    only(await plansWithin(tx, territory.id, siteId, { from: '0001-01-01', to: null }), 'plan'),
  programme: async (tx: Tx, ctx: Ctx, siteId: SiteId): Promise<ProgrammeId> =>
    only(await programmesOfSite(tx, ctx, siteId), 'programme'),
  event: async (tx: Tx, ctx: Ctx, siteId: SiteId, title: string): Promise<EventId> =>
    only(await eventsBy(tx, ctx, { where: sql`e.site_id = ${siteId} and e.title = ${title}` }).page(1, 0), `event «${title}»`),
  /** A line of the plan in force, by what is to be done. */
  line: async (tx: Tx, ctx: Ctx, siteId: SiteId, activity: string): Promise<string> => {
    const opened = await openPlan(tx, ctx, await found.plan(tx, ctx, siteId))
    const lines = opened?.approved ? await linesOf(tx, ctx.territory.id, opened.approved.id) : []
    const line = lines.find((one) => one.activity === activity)
    if (!line) throw new Error(`the plan in force has no line «${activity}»`)
    return line.key
  },
  traineeship: async (tx: Tx, ctx: Ctx, siteId: SiteId, personId: PersonId): Promise<TraineeshipId> =>
    only(
      await traineeshipsBy(tx, ctx, { where: sql`t.site_id = ${siteId} and t.person_id = ${personId}` }).page(1, 0),
      'traineeship',
    ),
  tryOut: async (tx: Tx, ctx: Ctx, personId: PersonId, title: string): Promise<TryOutId> =>
    only(
      await tryoutsBy(tx, ctx, { where: sql`y.person_id = ${personId} and y.title = ${title}` }).page(1, 0),
      `try-out «${title}»`,
    ),
  group: async (tx: Tx, ctx: Ctx, siteId: SiteId, theme: string): Promise<WorkingGroupId> =>
    only(await groupsBy(tx, ctx, sql`g.site_id = ${siteId} and g.theme = ${theme}`).page(1, 0), `group «${theme}»`),
  pair: async (
    tx: Tx,
    ctx: Ctx,
    siteId: SiteId,
    of: { readonly mentorId: PersonId; readonly menteeId: PersonId },
  ): Promise<PairId> =>
    only(
      await pairsBy(tx, ctx, sql`g.site_id = ${siteId} and g.mentor_id = ${of.mentorId} and g.mentee_id = ${of.menteeId}`).page(
        1,
        0,
      ),
      'pair',
    ),
  contract: async (tx: Tx, ctx: Ctx, siteId: SiteId): Promise<ContractId> =>
    only(await contractsOfSite(tx, ctx, siteId), 'contract'),
  order: async (tx: Tx, ctx: Ctx): Promise<OrderId> => {
    const id = asId<OrderId>((await signedOrders(tx, ctx)).at(-1)?.id ?? '')
    if (id === null) throw new Error('there is no signed order yet')
    return id
  },
}
