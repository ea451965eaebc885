import { type Acting, may } from '../../../../authz/ctx.ts'
import { transact } from '../../../../db/transact.ts'
import { record } from '../../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../../kernel/result.ts'
import type { ApplicationId } from '../../../../kernel/types.ts'
import { tellAll } from '../../../../notices/tell.ts'
import { applicantsOfOne } from '../../applicant-queries.ts'
import { numberOf } from '../../model.ts'
import { lockRequest } from './lock-request.ts'

/** Takes back a question that needs no answer any more. */
export function withdrawRequest(ctx: Acting, input: { applicationId: ApplicationId; requestId: string }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const locked = await lockRequest(tx, ctx, input)
    if (!locked) return refuse({ code: 'notFound' })
    if (!may(ctx, 'application.ask')) return refuse({ code: 'forbidden', permission: 'application.ask' })
    const { app, request } = locked
    if (request.state !== 'asked') return refuseRule('information.closed')
    await tx
      .updateTable('informationRequests')
      .set({ state: 'withdrawn' })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: request.id }))
      .execute()
    const params = { applicationId: app.id, number: numberOf(app), question: request.question }
    const to = await applicantsOfOne(tx, ctx, app.id)
    await tellAll(tx, ctx, to, { kind: 'information.withdrawn', subjectId: request.id, params })
    await record(tx, ctx, { kind: 'application.askingWithdrawn', subjectId: app.id, facts: { question: request.question } })
    return ok(null)
  })
}
