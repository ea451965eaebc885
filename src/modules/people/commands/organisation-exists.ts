import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { OrganisationId } from '../../../kernel/types.ts'

/** Whether the territory has such an organisation. */
export async function organisationExists(tx: Tx, ctx: Pick<Ctx, 'territory'>, id: OrganisationId): Promise<boolean> {
  const found = await tx
    .selectFrom('organisations')
    .select('id')
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .executeTakeFirst()
  return found !== undefined
}
