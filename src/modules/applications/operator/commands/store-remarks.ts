import type { Ctx } from '../../../../authz/ctx.ts'
import type { Tx } from '../../../../db/pool.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { Application } from '../../model.ts'
import type { Remark } from '../model.ts'

/** Writes remarks at the items of the round that lies with the operator. */
export async function storeRemarks(
  tx: Tx,
  ctx: Ctx,
  app: Application,
  remarks: readonly Pick<Remark, 'section' | 'text'>[],
): Promise<void> {
  const rows = remarks.map(({ section, text }) => ({
    territoryId: ctx.territory.id,
    id: newId(),
    applicationId: app.id,
    round: app.round,
    section,
    text,
    madeBy: ctx.actor.personId,
    madeAt: ctx.now,
  }))
  await tx.insertInto('applicationRemarks').values(rows).execute()
}

/** Marks earlier remarks as put right. */
export async function settleRemarks(tx: Tx, ctx: Ctx, app: Application, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('applicationRemarks')
    .set({ settledAt: ctx.now, settledBy: ctx.actor.personId })
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: app.id }))
    .where('id', 'in', [...ids])
    .where('settledAt', 'is', null)
    .execute()
}
