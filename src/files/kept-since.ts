import type pg from 'pg'
import { idAt } from '../kernel/ids.ts'
import type { FileId, Instant, TerritoryId } from '../kernel/types.ts'

type Kept = { readonly territoryId: TerritoryId; readonly id: FileId }

/** Files of all territories whose ids were made since a moment of the real clock, for the superuser's connection of a copy. */
export async function keptSince(admin: pg.Client, since: Instant): Promise<Kept[]> {
  const text = 'select territory_id as "territoryId", id from files where id >= $1 order by id'
  return (await admin.query<Kept>(text, [idAt(since)])).rows
}
