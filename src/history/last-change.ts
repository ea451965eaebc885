import type { Tx } from '../db/pool.ts'
import { withInitials } from '../kernel/names.ts'
import type { TerritoryId } from '../kernel/types.ts'

/** Who changed a thing last, «Снигур Н. А.», as its history tells; for telling a conflict. */
export async function lastChangeBy(
  tx: Tx,
  { territory }: { readonly territory: { readonly id: TerritoryId } },
  subjectId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('history as h')
    .innerJoin('people as p', (join) => join.onRef('p.territoryId', '=', 'h.territoryId').onRef('p.id', '=', 'h.personId'))
    .select(['p.familyName', 'p.givenName', 'p.patronymic'])
    .where((is) => is.and({ 'h.territoryId': territory.id, 'h.subjectId': subjectId }))
    .orderBy('h.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? withInitials(row) : null
}
