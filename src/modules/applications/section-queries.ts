import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, Instant } from '../../kernel/types.ts'
import { initialsOf } from '../people/name-queries.ts'

/** Who saved a part last, «Снигур Н. А.», when, and how often it has been saved; `version` 0: never. */
export type PartSave = { readonly version: number; readonly by: string | null; readonly at: Instant | null }

const never: PartSave = { version: 0, by: null, at: null }

/** The saves of the parts of an application. */
export async function savesOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  applicationId: ApplicationId,
): Promise<(part: string) => PartSave> {
  const rows = await tx
    .selectFrom('applicationSections')
    .select(['section', 'editVersion', 'savedBy', 'savedAt'])
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId }))
    .execute()
  const people = rows.map(({ savedBy }) => savedBy)
  const nameOf = await initialsOf(tx, ctx, people)
  const saves = new Map(rows.map((row) => [row.section, { version: row.editVersion, by: nameOf(row.savedBy), at: row.savedAt }]))
  return (part) => saves.get(part) ?? never
}
