import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day, SiteId, StatusCaseId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { standingSite, subjectOf } from '../../sites/standing-queries.ts'
import { type CaseKind, machine } from '../machine.ts'
import type { PlanFate, Proposer } from '../model.ts'
import { mayStart } from '../rules.ts'

export type CaseInput = {
  readonly siteId: string
  readonly kind: CaseKind
  readonly onDay: Day
  readonly ground: string | null
  readonly reason: string
  readonly attachTo: SiteId | null
  readonly planFate: PlanFate | null
}

/** Opens a case about a status: it is told to the other side, and what the regulation forbids is refused at once. (C-33, R-35, C-71) */
export function startCase(ctx: Acting, input: CaseInput): Promise<Result<StatusCaseId>> {
  return transact(ctx, async (tx) => {
    const site = await standingSite(tx, ctx, input.siteId)
    if (!site) return refuse({ code: 'notFound' })
    if (!may(ctx, 'statusCase.start', subjectOf(ctx.territory.id, site)))
      return refuse({ code: 'forbidden', permission: 'statusCase.start' })
    await lockSite(tx, ctx, site.id)
    const proposedBy = proposerOf(ctx)
    const allowed = mayStart(site.regulation, site.standing, { ...input, proposedBy }, ctx.today)
    if (!allowed.ok) return allowed
    if (input.attachTo !== null && !(await isOtherSite(tx, ctx, site.id, input.attachTo)))
      return refuseRule('case.unknownHeir', { field: 'attachTo' })

    const id = newId<StatusCaseId>()
    const { kind, onDay, reason } = input
    const isEnd = kind === 'termination'
    await tx
      .insertInto('statusCases')
      .values({
        territoryId: ctx.territory.id,
        id,
        siteId: site.id,
        kind,
        state: machine.initial,
        ground: isEnd ? input.ground : null,
        reason,
        onDay,
        startedBy: ctx.actor.personId,
        startedAt: ctx.now,
        proposedBy,
        attachToSiteId: isEnd ? input.attachTo : null,
        planFate: isEnd ? (input.planFate ?? 'keep') : null,
      })
      .execute()
    const told = new Set([...(await officeOf(tx, ctx)), ...(await peopleOfSite(tx, ctx, site.id))])
    const params = { site: site.name, kind, reason }
    await tell(
      tx,
      ctx,
      [...told].map((personId) => ({ personId, kind: 'statusCase.started', subjectId: id, params })),
    )
    await record(tx, ctx, {
      kind: 'statusCase.started',
      subjectId: id,
      siteId: site.id,
      facts: { case: kind, on: onDay, reason, ground: isEnd ? input.ground : null, proposedBy },
    })
    return ok(id)
  })
}

/** Whose wish it is. */
export function proposerOf({ actor }: Pick<Ctx, 'actor'>): Proposer {
  if (actor.roles.includes('methodist')) return 'operator'
  return actor.roles.includes('official') ? 'authority' : 'organisation'
}

const lockSite = (tx: Tx, ctx: Ctx, siteId: string) =>
  tx.selectFrom('sites').select('id').where('territoryId', '=', ctx.territory.id).where('id', '=', siteId).forUpdate().execute()

async function isOtherSite(tx: Tx, ctx: Ctx, siteId: string, other: string): Promise<boolean> {
  return other !== siteId && (await standingSite(tx, ctx, other)) !== null
}
