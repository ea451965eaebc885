import type { Acting } from '../../../authz/ctx.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ApplicationId } from '../../../kernel/types.ts'
import { sectionNames } from '../texts.ts'
import { editSection } from './edit-section.ts'

export type AdviserInput = {
  readonly applicationId: ApplicationId
  readonly version: number
  readonly name: string | null
  readonly post: string | null
  /** «Научного руководителя нет»: an answer too. */
  readonly nobody: boolean
}

/** Keeps who advises the site, or that nobody does. (R-A1, R-A1s) */
export function saveAdviser(ctx: Acting, { applicationId, version, name, post, nobody }: AdviserInput): Promise<Result<null>> {
  return editSection(ctx, { applicationId, version, part: 'adviser', name: sectionNames.adviser }, async (tx, { app }) => {
    await tx
      .updateTable('applications')
      .set(nobody ? { adviserName: '', adviserPost: null } : { adviserName: name, adviserPost: post })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: app.id }))
      .execute()
    return ok(null)
  })
}
