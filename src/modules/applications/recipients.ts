import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import { holding } from '../people/role-queries.ts'

/** Whoever heads these organisations today. */
export async function headsOfOrganisations(tx: Tx, ctx: Ctx, organisationIds: readonly OrganisationId[]): Promise<PersonId[]> {
  if (organisationIds.length === 0) return []
  const rows = await tx
    .selectFrom('posts')
    .select('personId')
    .distinct()
    .where('territoryId', '=', ctx.territory.id)
    .where('organisationId', 'in', organisationIds)
    .where('kind', '=', 'head')
    .where('startsOn', '<=', ctx.today)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', ctx.today)]))
    .execute()
  return rows.map(({ personId }) => personId)
}

/** The methodists of the operator: they check applications and lead their reviews. */
export const operatorsOf = holding('methodist')
