import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { noteActKind } from '../../../db/territories.ts'
import { onlyOf } from '../../../kernel/lists.ts'
import type { Office } from '../model.ts'

/** Sets how an organisation's orders look, and by which acts the territory decides. */
export async function saveOffice(tx: Tx, ctx: Pick<Ctx, 'territory'>, office: Office): Promise<void> {
  const { issuerId, ...rest } = office
  const values = { ...rest, letterhead: [...office.letterhead] }
  await tx
    .insertInto('offices')
    .values({ territoryId: ctx.territory.id, issuerId, ...values })
    .onConflict((on) => on.columns(['territoryId', 'issuerId']).doUpdateSet(values))
    .execute()
  const offices = await tx.selectFrom('offices').select('actKind').where('territoryId', '=', ctx.territory.id).execute()
  await noteActKind(tx, ctx.territory.id, onlyOf([...new Set(offices.map(({ actKind }) => actKind))]) ?? null)
}
