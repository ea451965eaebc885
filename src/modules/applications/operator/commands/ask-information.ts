import { type Acting, may } from '../../../../authz/ctx.ts'
import { transact } from '../../../../db/transact.ts'
import { record } from '../../../../history/record.ts'
import { newId } from '../../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../../kernel/result.ts'
import type { ApplicationId, Day } from '../../../../kernel/types.ts'
import { tellAll } from '../../../../notices/tell.ts'
import { applicantsOfOne } from '../../applicant-queries.ts'
import { lockApplication } from '../../commands/move-application.ts'
import { numberOf } from '../../model.ts'
import { checkAnswerDay, mayAskIn } from '../rules.ts'

export type AskInput = { readonly applicationId: ApplicationId; readonly question: string; readonly dueOn: Day | null }

/** Asks the applicants for more information, beside the course of the case: its state stays what it is. Gives the id of the question. */
export function askInformation(ctx: Acting, input: AskInput): Promise<Result<string>> {
  return transact(ctx, async (tx) => {
    const app = await lockApplication(tx, ctx, input.applicationId)
    if (!app) return refuse({ code: 'notFound' })
    if (!may(ctx, 'application.ask')) return refuse({ code: 'forbidden', permission: 'application.ask' })
    if (!mayAskIn(app.state)) return refuseRule('information.notNow')
    const day = checkAnswerDay(input.dueOn, ctx.today)
    if (!day.ok) return day

    const id = newId()
    const { question, dueOn } = input
    const row = { territoryId: ctx.territory.id, id, applicationId: app.id, question, dueOn }
    await tx
      .insertInto('informationRequests')
      .values({ ...row, askedBy: ctx.actor.personId, askedAt: ctx.now })
      .execute()
    const params = { applicationId: app.id, number: numberOf(app), question, dueOn }
    const to = await applicantsOfOne(tx, ctx, app.id)
    await tellAll(tx, ctx, to, { kind: 'information.asked', subjectId: id, params })
    await record(tx, ctx, { kind: 'application.asked', subjectId: app.id, facts: { question, dueOn } })
    return ok(id)
  })
}
