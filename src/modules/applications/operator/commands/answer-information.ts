import { type Acting, may } from '../../../../authz/ctx.ts'
import { transact } from '../../../../db/transact.ts'
import type { CheckedFile } from '../../../../files/check.ts'
import { storeFiles } from '../../../../files/store.ts'
import { record } from '../../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../../kernel/result.ts'
import type { ApplicationId } from '../../../../kernel/types.ts'
import { tell } from '../../../../notices/tell.ts'
import { numberOf } from '../../model.ts'
import { subjectOfApplication } from '../../queries.ts'
import { mayAskIn } from '../rules.ts'
import { lockRequest } from './lock-request.ts'

export type AnswerInput = {
  readonly applicationId: ApplicationId
  readonly requestId: string
  readonly answer: string
  readonly files: readonly CheckedFile[]
}

/** Answers a question about an application, with files if need be. An answer is given once and stays. */
export function answerInformation(ctx: Acting, input: AnswerInput): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const locked = await lockRequest(tx, ctx, input)
    const subject = locked && (await subjectOfApplication(tx, ctx, locked.app.id))
    if (!locked || !subject) return refuse({ code: 'notFound' })
    if (!may(ctx, 'application.edit', subject)) return refuse({ code: 'forbidden', permission: 'application.edit' })
    const { app, request } = locked
    if (!mayAskIn(app.state)) return refuseRule('information.caseIsOver')
    if (request.state !== 'asked') return refuseRule('information.closed')

    const files = await storeFiles(tx, ctx, input.files)
    await tx
      .updateTable('informationRequests')
      .set({ state: 'answered', answer: input.answer, answeredBy: ctx.actor.personId, answeredAt: ctx.now })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: request.id }))
      .execute()
    if (files.length > 0)
      await tx
        .insertInto('informationRequestFiles')
        .values(files.map((fileId) => ({ territoryId: ctx.territory.id, requestId: request.id, fileId })))
        .execute()
    const params = { applicationId: app.id, number: numberOf(app), question: request.question, answer: input.answer }
    await tell(tx, ctx, [{ personId: request.askedBy, kind: 'information.answered', subjectId: request.id, params }])
    await record(tx, ctx, {
      kind: 'application.answered',
      subjectId: app.id,
      facts: { question: request.question, answer: input.answer },
    })
    return ok(null)
  })
}
