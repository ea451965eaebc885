import { type Ctx, may } from '../../../authz/ctx.ts'
import type { Subject } from '../../../authz/policy.ts'
import type { Tx } from '../../../db/pool.ts'
import { actionsFrom } from '../../../kernel/machine.ts'
import { machine } from '../machine.ts'
import type { Application } from '../model.ts'
import type { InformationRequest, MadeCheck, Remark } from './model.ts'
import { checksOf, remarksOf, requestsOf } from './queries.ts'
import { mayAskIn } from './rules.ts'

/** What the operator's side of a case has to show on the page of an application, and what the reader may do. */
export type CaseSide = {
  readonly app: Application
  readonly checks: readonly MadeCheck[]
  readonly remarks: readonly Remark[]
  readonly requests: readonly InformationRequest[]
  readonly may: {
    readonly check: boolean
    readonly sendBack: boolean
    readonly ask: boolean
    readonly answer: boolean
    readonly seeChecks: boolean
  }
}

/** Loads the operator's side of a case; `subject` is the one seeing it is about. */
export async function caseSideOf(tx: Tx, ctx: Ctx, app: Application, subject: Subject): Promise<CaseSide> {
  const actions = actionsFrom(machine, app.state)
  const sent = app.round > 0
  const [checks, remarks, requests] = await Promise.all([
    sent ? checksOf(tx, ctx, app.id) : [],
    sent ? remarksOf(tx, ctx, app.id) : [],
    sent ? requestsOf(tx, ctx, app.id) : [],
  ])
  return {
    ...{ app, checks, remarks, requests },
    may: {
      check: app.state === 'submitted' && may(ctx, 'application.check'),
      sendBack: actions.includes('return') && may(ctx, 'application.return'),
      ask: mayAskIn(app.state) && may(ctx, 'application.ask'),
      answer: mayAskIn(app.state) && may(ctx, 'application.edit', subject),
      seeChecks: may(ctx, 'application.listAll'),
    },
  }
}
