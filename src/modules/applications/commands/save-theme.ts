import type { Acting } from '../../../authz/ctx.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, Day } from '../../../kernel/types.ts'
import { directionsOf } from '../call-queries.ts'
import { sectionNames } from '../texts.ts'
import { regulationOf } from '../view-queries.ts'
import { editSection } from './edit-section.ts'

export type ThemeInput = {
  readonly applicationId: ApplicationId
  readonly version: number
  readonly theme: string | null
  readonly direction: string | null
  readonly wantedFrom: Day | null
  readonly wantedTo: Day | null
}

/** Keeps the theme, the direction and the wanted term, however incomplete. (C-33) */
export function saveTheme(ctx: Acting, input: ThemeInput): Promise<Result<null>> {
  const { applicationId, version, theme, direction, wantedFrom, wantedTo } = input
  return editSection(ctx, { applicationId, version, part: 'theme', name: sectionNames.theme }, async (tx, { app }) => {
    const known = await directionsOf(tx, ctx, app, await regulationOf(tx, ctx, app))
    if (direction !== null && !known.some(({ value }) => value === direction))
      return refuseRule('application.unknownDirection', { field: 'direction' })
    if (wantedFrom !== null && wantedTo !== null && wantedTo < wantedFrom)
      return refuseRule('application.termReversed', { field: 'wantedTo' })
    await tx
      .updateTable('applications')
      .set({ theme: theme ?? '', direction, wantedFrom, wantedTo })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: app.id }))
      .execute()
    return ok(null)
  })
}
