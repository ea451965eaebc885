import { type Acting, may } from '../../../../authz/ctx.ts'
import { transact } from '../../../../db/transact.ts'
import { record } from '../../../../history/record.ts'
import { move } from '../../../../kernel/machine.ts'
import { ok, type Result, refuse, refuseRule } from '../../../../kernel/result.ts'
import type { ApplicationId } from '../../../../kernel/types.ts'
import { lockApplication } from '../../commands/move-application.ts'
import { machine } from '../../machine.ts'
import { tellLeft } from '../../ports.ts'
import { sheetOfRound } from '../check-queries.ts'
import type { Remark } from '../model.ts'
import { remarkPlaces } from '../rules.ts'
import { sendBack } from './send-back.ts'

export type ReturnInput = {
  readonly applicationId: ApplicationId
  readonly version: number
  readonly remarks: readonly Pick<Remark, 'section' | 'text'>[]
}

/** Returns an application for revision, with remarks at its items, from any state before it is proposed. Reviews under way are closed. */
export function returnApplication(ctx: Acting, input: ReturnInput): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const app = await lockApplication(tx, ctx, input.applicationId)
    if (!app) return refuse({ code: 'notFound' })
    if (!may(ctx, 'application.return')) return refuse({ code: 'forbidden', permission: 'application.return' })
    if (app.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const state = move(machine, app.state, 'return')
    if (!state.ok) return state
    const { regulation, view } = await sheetOfRound(tx, ctx, app)
    const places = remarkPlaces(regulation, view)
    const known = new Set(places.map(({ section }) => section))
    if (input.remarks.length === 0) return refuseRule('return.needsRemark')
    if (input.remarks.some(({ section }) => !known.has(section))) return refuseRule('return.unknownPlace')

    const reviews = await tellLeft(tx, ctx, app.id, 'returned')
    const back = await sendBack(tx, ctx, app, { remarks: input.remarks, places, reviews })
    if (!back.ok) return back
    await record(tx, ctx, back.value)
    return ok(null)
  })
}
