import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Application } from '../model.ts'

/** How many reviews of the current round somebody still writes or has to give to another, and how many have been sent. */
export async function reviewsUnderWay(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  app: Pick<Application, 'id' | 'round'>,
): Promise<{ open: number; sent: number }> {
  const rows = await tx
    .selectFrom('reviews')
    .select('state')
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: app.id, round: app.round }))
    .where('state', 'in', ['assigned', 'accepted', 'declined', 'sent'])
    .execute()
  const sent = rows.filter(({ state }) => state === 'sent').length
  return { open: rows.length - sent, sent }
}
