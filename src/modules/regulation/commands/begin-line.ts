import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { newId } from '../../../kernel/ids.ts'
import type { RegulationLineId } from '../../../kernel/types.ts'
import { regulationLines } from '../queries.ts'

type Begun = { readonly id?: RegulationLineId; readonly code?: string; readonly name: string }

/** What the first line of a territory is called in addresses and files. */
export const mainLine = 'main'

/** Begins a line of editions in the caller's transaction: one more Положение of the territory. */
export async function beginLine(
  tx: Tx,
  { territory, now }: Pick<Ctx, 'territory' | 'now'>,
  { id = newId<RegulationLineId>(), code, name }: Begun,
): Promise<RegulationLineId> {
  const position = (await regulationLines(tx, territory.id)).length + 1
  await tx
    .insertInto('regulationLines')
    .values({
      territoryId: territory.id,
      id,
      code: code ?? (position === 1 ? mainLine : `line-${position}`),
      name,
      position,
      createdAt: now,
    })
    .execute()
  return id
}
