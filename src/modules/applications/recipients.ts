import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import { holdersOf } from '../people/role-queries.ts'

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
  return rows.map((row) => row.personId)
}

/** The methodists of the operator: they check applications. */
export async function operatorsOf(tx: Tx, ctx: Ctx): Promise<PersonId[]> {
  const holders = await holdersOf(tx, ctx.territory.id, ['methodist'], ctx.today)
  return [...new Set(holders.map(({ personId }) => personId))]
}
