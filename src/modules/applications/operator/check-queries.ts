import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationCase } from '../case.ts'
import type { Application, ApplicationView } from '../model.ts'
import { roundView } from '../queries.ts'
import { knownCase } from '../rules.ts'
import { opened } from '../view-queries.ts'
import type { Checked } from './checklist-rules.ts'
import type { Remark } from './model.ts'
import { remarksOf } from './queries.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** The submitted round. */
export async function sheetOfRound(tx: Tx, ctx: Where, app: Application): Promise<ApplicationView> {
  const kept = await roundView(tx, ctx, app.id, app.round)
  if (!kept) throw new Error(`the application ${app.id} has no round ${app.round}`)
  return kept.view
}

/** Everything a technical check asks about: what was submitted, what the registers know today, what was remarked before and is still open. */
export async function checkedApplication(
  tx: Tx,
  ctx: Where,
  found: ApplicationCase,
): Promise<Checked & { readonly open: readonly Remark[] }> {
  const { one: app, regulation, participants } = found
  const view = await sheetOfRound(tx, ctx, app)
  const { head } = await opened(tx, ctx, found)
  const proved = new Set(view.eligibility.filter(({ evidence }) => evidence.length > 0).map(({ code }) => code))
  const earlier = (await remarksOf(tx, ctx, app.id)).filter(({ round, settledAt }) => round < app.round && settledAt === null)
  const last = Math.max(0, ...earlier.map(({ round }) => round))
  return {
    ...{ regulation, view, participants },
    head: head?.verdict ?? null,
    known: knownCase({ app, view, participants, head, today: ctx.today }, proved),
    open: earlier.filter(({ round }) => round === last),
  }
}
