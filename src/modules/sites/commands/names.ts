import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { OrganisationId } from '../../../kernel/types.ts'

type NameOf = (id: OrganisationId) => string

/** Short names of organisations, as history will tell them in five years. */
export async function organisationNames(tx: Tx, ctx: Ctx, ids: readonly OrganisationId[]): Promise<NameOf> {
  if (ids.length === 0) return () => ''
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'shortName'])
    .where('territoryId', '=', ctx.territory.id)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const names = new Map(rows.map((row) => [row.id, row.shortName]))
  return (id) => names.get(id) ?? ''
}
