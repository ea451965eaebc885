import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { lockKinds, writeKinds } from '../../../db/territories.ts'
import type { Fact } from '../../../history/facts.ts'
import type { RegulationId, RegulationLineId } from '../../../kernel/types.ts'
import type { Regulation } from '../../../regulation/schema.ts'

/** Stores an edition of a line that no order has approved yet, in the caller's transaction; gives the fact for history. */
export async function draftRegulation(
  tx: Tx,
  { territory, now }: Pick<Ctx, 'territory' | 'now'>,
  { id, lineId }: { readonly id: RegulationId; readonly lineId: RegulationLineId },
  regulation: Regulation,
): Promise<Fact> {
  const { edition: version, title } = regulation
  await tx
    .insertInto('regulations')
    .values({ territoryId: territory.id, id, lineId, version, document: JSON.stringify(regulation), createdAt: now })
    .execute()
  await keepKinds(tx, { territory }, regulation)
  return { kind: 'regulation.drafted', subjectId: id, facts: { title, version } }
}

/** Keeps what a regulation names by itself in the dictionary of its territory, where everything that is chosen is chosen from. */
export async function keepKinds(tx: Tx, { territory }: Pick<Ctx, 'territory'>, { kinds }: Regulation): Promise<void> {
  if (kinds.length === 0) return
  const known = await lockKinds(tx, territory.id)
  const fresh = kinds.filter(({ list, code }) => !known.some((one) => one.list === list && one.code === code))
  if (fresh.length > 0) await writeKinds(tx, territory.id, [...known, ...fresh])
}
