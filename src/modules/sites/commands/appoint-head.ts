import { sql } from 'kysely'
import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import { oneRow } from '../../../db/one-row.ts'
import type { Tx } from '../../../db/pool.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day, PersonId, SiteId } from '../../../kernel/types.ts'
import { basisOf } from '../../../regulation/cite.ts'
import { type HeadCandidate, mayHeadSite } from '../../../regulation/head-questions.ts'
import { type AppointInput, appoint } from './appoint.ts'

/** Names the head of a site whose order named none. Where the authority appoints heads, only an order can. */
export function appointHead(ctx: Acting, input: AppointInput): Promise<Result<null>> {
  return appoint(ctx, 'head', input, async (tx, { regulation, id, direction }) => {
    if (!may(ctx, 'site.appointHead', { territoryId: ctx.territory.id, siteId: id }))
      return refuse({ code: 'forbidden', permission: 'site.appointHead' })
    const rule = regulation.roles.head
    if (rule?.appointedBy === 'authority')
      return refuseRule('site.headOnlyByOrder', { field: 'kind', params: { basis: basisOf(regulation, rule.clause).text } })
    const candidate = await headCandidate(tx, ctx, { personId: input.personId, siteId: id, direction, on: input.startsOn })
    const verdict = mayHeadSite(regulation, candidate, input.startsOn)
    if (verdict.ok) return ok(null)
    const params = { missing: verdict.missing.join('; '), basis: verdict.basis.text }
    return refuseRule('site.headNotEligible', { field: 'personId', params })
  })
}

/** What the regulation asks about a head, as of a day. */
export async function headCandidate(
  tx: Tx,
  ctx: Ctx,
  given: { personId: PersonId; siteId: SiteId; direction: string | null; on: Day },
): Promise<HeadCandidate> {
  const { personId, siteId, direction, on } = given
  const ofPerson = sql`territory_id = ${ctx.territory.id} and person_id = ${personId}`
  const thatDay = sql`starts_on <= ${on} and (ends_on is null or ends_on >= ${on})`
  return oneRow(
    tx,
    sql<HeadCandidate>`
    select coalesce((select json_agg(kind) from posts where ${ofPerson} and ${thatDay}), '[]') as posts,
      coalesce((select json_agg(kind) from posts where ${ofPerson} and ${thatDay} and organisation_id in
        (select organisation_id from site_organisations where territory_id = ${ctx.territory.id} and site_id = ${siteId})), '[]') as host_posts,
      (select category from qualifications where ${ofPerson} and ${thatDay}) as category,
      (select count(*)::int from achievements where ${ofPerson} and (achieved_on is null or achieved_on <= ${on})
        and (${direction}::text is null or direction is null or direction = ${direction})) as achievements`,
  )
}
