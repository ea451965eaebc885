import { sql } from 'kysely'
import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import { oneRow } from '../../../db/one-row.ts'
import type { Tx } from '../../../db/pool.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day, PersonId } from '../../../kernel/types.ts'
import { basisOf } from '../../../regulation/cite.ts'
import { type AppointInput, appoint } from './appoint.ts'

/** Gives a site its coordinator, from the methodists only. (T-46) */
export function appointCoordinator(ctx: Acting, input: AppointInput): Promise<Result<null>> {
  return appoint(ctx, 'coordinator', input, async (tx, { regulation, id }) => {
    if (!may(ctx, 'site.appointCoordinator', { territoryId: ctx.territory.id, siteId: id }))
      return refuse({ code: 'forbidden', permission: 'site.appointCoordinator' })
    const { coordinator } = regulation
    if (coordinator === null) return refuseRule('site.noCoordinators', { field: 'kind' })
    if (!(await isMethodist(tx, ctx, input.personId, input.startsOn)))
      return refuseRule('site.notMethodist', {
        field: 'personId',
        params: { basis: basisOf(regulation, coordinator.clause).text },
      })
    return ok(null)
  })
}

/** A methodist by the role given in the product, or by a post in the authority or the operator. */
async function isMethodist(tx: Tx, ctx: Ctx, personId: PersonId, on: Day): Promise<boolean> {
  return (
    await oneRow(
      tx,
      sql<{ is: boolean }>`
    select exists (select 1 from role_grants where territory_id = ${ctx.territory.id} and person_id = ${personId} and role = 'methodist'
        and starts_on <= ${on} and (ends_on is null or ends_on >= ${on}))
      or exists (select 1 from posts p join organisations o on o.territory_id = p.territory_id and o.id = p.organisation_id
        where p.territory_id = ${ctx.territory.id} and p.person_id = ${personId} and p.kind in ('methodist', 'seniorMethodist')
        and (o.is_authority or o.is_operator) and p.starts_on <= ${on} and (p.ends_on is null or p.ends_on >= ${on})) as is`,
    )
  ).is
}
