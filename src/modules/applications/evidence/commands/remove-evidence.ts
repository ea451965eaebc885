import { type Acting, may } from '../../../../authz/ctx.ts'
import { transact } from '../../../../db/transact.ts'
import { removeFiles } from '../../../../files/store.ts'
import { record } from '../../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../../kernel/result.ts'
import type { ApplicationId } from '../../../../kernel/types.ts'
import { eligibilityCriteria } from '../../../../regulation/application-questions.ts'
import { lockApplication } from '../../commands/move-application.ts'
import { regulationOf, subjectOfWriting } from '../../queries.ts'
import { isWritable } from '../../rules.ts'
import { evidenceOf } from '../queries.ts'

/** Takes a piece of evidence out. A file that was submitted once is kept: the round in which it was shown still shows it. (C-31) */
export function removeEvidence(ctx: Acting, input: { applicationId: ApplicationId; evidenceId: string }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const app = await lockApplication(tx, ctx, input.applicationId)
    const subject = app && (await subjectOfWriting(tx, ctx, app.id))
    const found = app && (await evidenceOf(tx, ctx, app.id)).find(({ id }) => id === input.evidenceId)
    if (!app || !subject || !found) return refuse({ code: 'notFound' })
    if (!may(ctx, 'application.edit', subject)) return refuse({ code: 'forbidden', permission: 'application.edit' })
    if (!isWritable(app.state)) return refuseRule('evidence.notNow')

    await tx.deleteFrom('applicationEvidence').where('territoryId', '=', ctx.territory.id).where('id', '=', found.id).execute()
    if (found.fileId !== null && app.round === 0) await removeFiles(tx, ctx, [found.fileId])
    const { base, further } = eligibilityCriteria(await regulationOf(tx, ctx, app)).value
    const criterion = [...base, ...further].find(({ code }) => code === found.criterionCode)?.text ?? null
    const text = found.fileName ?? found.link ?? found.registerText
    await record(tx, ctx, { kind: 'application.evidenceRemoved', subjectId: app.id, facts: { criterion, text } })
    return ok(null)
  })
}
