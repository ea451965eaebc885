import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import type { SupportNeedDetails } from '../model.ts'

export type NewSupportNeed = SupportNeedDetails & { readonly id?: string; readonly organisationId: OrganisationId }

/** Stores traits inside the caller's transaction and gives the facts for history. */
export async function storeSupportNeeds(tx: Tx, ctx: Pick<Ctx, 'territory'>, list: readonly NewSupportNeed[]): Promise<Fact[]> {
  if (list.length === 0) return []
  const rows = list.map((need) => ({ ...need, territoryId: ctx.territory.id, id: need.id ?? newId() }))
  await tx.insertInto('supportNeeds').values(rows).execute()
  return rows.map((row) => ({
    kind: 'supportNeed.recorded',
    subjectId: row.organisationId,
    facts: { need: row.kind, from: row.startsOn, to: row.endsOn, ground: row.ground },
  }))
}
