import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Day, SiteId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { officeOf, peopleOfSite, siteNameOf } from '../people-queries.ts'

type Standing = {
  readonly kind: 'status.suspended' | 'status.resumed' | 'status.extended' | 'status.terminated'
  readonly siteId: SiteId
  readonly on: Day
  readonly reason: string
}

/** Tells everybody whom the standing of a site concerns what an order has made of it. */
export async function tellOfStanding(tx: Tx, ctx: Ctx, { kind, siteId, on, reason }: Standing): Promise<void> {
  const site = await siteNameOf(tx, ctx, siteId)
  const people = [...(await peopleOfSite(tx, ctx, siteId)), ...(await officeOf(tx, ctx))]
  await tell(
    tx,
    ctx,
    [...new Set(people)].map((personId) => ({ personId, kind, subjectId: siteId, params: { site, on, reason } })),
  )
}
