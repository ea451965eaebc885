import type { Acting } from '../../../authz/ctx.ts'
import { checkFiles, usualFiles } from '../../../files/check.ts'
import type { SentFile } from '../../../files/incoming.ts'
import { storeFiles } from '../../../files/store.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ApplicationId, Day } from '../../../kernel/types.ts'
import { editSection } from './edit-section.ts'

export type ProtocolInput = {
  readonly applicationId: ApplicationId
  readonly version: number
  readonly number: string | null
  readonly on: Day | null
  /** A new file in place of the one before; none leaves it. */
  readonly files: readonly SentFile[]
}

/** Keeps the protocol by which the organisations chose their head: number, day and the paper itself. */
export async function recordProtocol(ctx: Acting, input: ProtocolInput): Promise<Result<null>> {
  const checked = await checkFiles(input.files, 'file', { ...usualFiles, files: 1 })
  if (!checked.ok) return checked
  const { applicationId, version, number, on } = input
  return editSection(ctx, { applicationId, version, part: 'protocol', name: 'Протокол' }, async (tx, { app }) => {
    const [fileId] = await storeFiles(tx, ctx, checked.value)
    await tx
      .updateTable('applications')
      .set({ protocolNumber: number, protocolOn: on, ...(fileId ? { protocolFileId: fileId } : {}) })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: app.id }))
      .execute()
    await record(tx, ctx, { kind: 'application.protocolRecorded', subjectId: app.id, facts: { number, on } })
    return ok(null)
  })
}
