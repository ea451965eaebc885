import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { OrganisationId } from '../../../kernel/types.ts'

/** Makes an organisation a further body of the regulation, in place of the one that was it; in the caller's transaction. */
export async function nameBody(tx: Tx, ctx: Pick<Ctx, 'territory'>, body: string, id: OrganisationId): Promise<void> {
  const here = tx.updateTable('organisations').where('territoryId', '=', ctx.territory.id)
  await here.set({ body: null }).where('body', '=', body).where('id', '!=', id).execute()
  await here.set({ body }).where('id', '=', id).execute()
}
