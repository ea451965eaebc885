import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import type { ActKind, Office } from './model.ts'

/** Everybody who issues orders in the territory, with their names. */
export async function officesOf(tx: Tx, ctx: Ctx): Promise<(Office & { readonly issuerName: string })[]> {
  const rows = await tx
    .selectFrom('offices')
    .innerJoin('organisations', (join) =>
      join.onRef('organisations.territoryId', '=', 'offices.territoryId').onRef('organisations.id', '=', 'offices.issuerId'),
    )
    .selectAll('offices')
    .select('organisations.fullName as issuerName')
    .where('offices.territoryId', '=', ctx.territory.id)
    .orderBy('organisations.isAuthority', 'desc')
    .orderBy('organisations.fullName')
    .execute()
  return rows.map((row) => ({
    ...row,
    issuerId: row.issuerId as OrganisationId,
    signatoryId: row.signatoryId as PersonId | null,
    actKind: row.actKind as ActKind,
  }))
}

/** One office; undefined when the organisation issues no orders here. */
export const officeOf = async (tx: Tx, ctx: Ctx, issuerId: string) =>
  (await officesOf(tx, ctx)).find((office) => office.issuerId === issuerId)

/** Sets how an organisation's orders look. */
export async function saveOffice(tx: Tx, ctx: Pick<Ctx, 'territory'>, office: Office): Promise<void> {
  const { issuerId, ...rest } = office
  const values = { ...rest, letterhead: [...office.letterhead] }
  await tx
    .insertInto('offices')
    .values({ territoryId: ctx.territory.id, issuerId, ...values })
    .onConflict((on) => on.columns(['territoryId', 'issuerId']).doUpdateSet(values))
    .execute()
}
