import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
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
  return { kind: 'regulation.drafted', subjectId: id, facts: { title, version } }
}
