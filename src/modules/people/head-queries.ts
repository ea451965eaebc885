import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrganisationId } from '../../kernel/types.ts'

/** Heads on a day: of the organisations named, or of all when none are named. */
export async function headsOf(tx: Tx, ctx: Ctx, day: Day, organisationIds: readonly OrganisationId[] | null) {
  return tx
    .selectFrom('posts')
    .select(['personId', 'organisationId'])
    .where((is) => is.and({ territoryId: ctx.territory.id, kind: 'head' }))
    .where('startsOn', '<=', day)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', day)]))
    .$if(organisationIds !== null, (query) =>
      query.where('organisationId', '=', sql<OrganisationId>`any(${organisationIds}::uuid[])`),
    )
    .orderBy('organisationId')
    .execute()
}
