import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { removeFiles } from '../../../files/store.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId } from '../../../kernel/types.ts'
import { tellAll } from '../../../notices/tell.ts'
import { evidenceOf } from '../evidence/queries.ts'
import { numberOf } from '../model.ts'
import { tellLeft } from '../ports.ts'
import { operatorsOf } from '../recipients.ts'
import { lockForSending } from './edit-section.ts'
import { moveApplication } from './move-application.ts'

/** Takes a sent application back, with the reason, until it is decided. */
export function withdrawApplication(
  ctx: Acting,
  input: { applicationId: ApplicationId; reason: string | null },
): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const sending = await lockForSending(tx, ctx, input.applicationId)
    if (!sending.ok) return sending
    const { app, participants } = sending.value
    const { reason } = input
    if (reason === null) return refuseRule('application.withdrawalNeedsReason', { field: 'reason' })
    const moved = await moveApplication(tx, ctx, app, 'withdraw', { withdrawnAt: ctx.now, withdrawReason: reason })
    if (!moved.ok) return moved
    await tellLeft(tx, ctx, app.id, 'withdrawn')
    const organisation = participants.find(({ isLead }) => isLead)?.shortName ?? ''
    const params = { number: numberOf(app), theme: app.theme, organisation, call: null, reason }
    const operators = await operatorsOf(tx, ctx)
    await tellAll(tx, ctx, operators, { kind: 'application.withdrawn', subjectId: app.id, params })
    await record(tx, ctx, { kind: 'application.withdrawn', subjectId: app.id, facts: { number: app.number, reason } })
    return ok(null)
  })
}

/** Deletes a draft that was never sent, with everything in it. */
export function deleteDraft(ctx: Acting, input: { applicationId: ApplicationId }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const sending = await lockForSending(tx, ctx, input.applicationId)
    if (!sending.ok) return sending
    const { app } = sending.value
    if (app.state !== 'draft') return refuse({ code: 'illegalMove', from: app.state, action: 'delete' })
    const files = [app.protocolFileId, ...(await evidenceOf(tx, ctx, app.id)).map(({ fileId }) => fileId)].filter(
      (id) => id !== null,
    )
    await tx.deleteFrom('applications').where('territoryId', '=', ctx.territory.id).where('id', '=', app.id).execute()
    await removeFiles(tx, ctx, files)
    await record(tx, ctx, { kind: 'application.draftDeleted', subjectId: app.id, facts: { theme: app.theme } })
    return ok(null)
  })
}
