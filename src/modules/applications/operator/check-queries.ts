import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import type { Application, ApplicationView } from '../model.ts'
import { openApplication, participantsOf, regulationOf, roundView } from '../queries.ts'
import type { Checked } from './checklist-rules.ts'
import type { Remark } from './model.ts'
import { remarksOf } from './queries.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** A submitted round with the regulation it is judged by. */
export async function sheetOfRound(
  tx: Tx,
  ctx: Where,
  app: Application,
): Promise<{ regulation: Regulation; view: ApplicationView }> {
  const kept = await roundView(tx, ctx, app.id, app.round)
  if (!kept) throw new Error(`the application ${app.id} has no round ${app.round}`)
  return { regulation: await regulationOf(tx, ctx, app), view: kept.view }
}

/** Everything a technical check asks about: what was submitted, what the registers know today, what was remarked before and is still open. */
export async function checkedApplication(
  tx: Tx,
  ctx: Where,
  app: Application,
): Promise<Checked & { readonly open: readonly Remark[] }> {
  const { regulation, view } = await sheetOfRound(tx, ctx, app)
  const now = await openApplication(tx, ctx, app.id)
  const earlier = (await remarksOf(tx, ctx, app.id)).filter(({ round, settledAt }) => round < app.round && settledAt === null)
  const last = Math.max(0, ...earlier.map(({ round }) => round))
  return {
    regulation,
    view,
    participants: await participantsOf(tx, ctx, app.id),
    head: now?.head?.verdict ?? null,
    open: earlier.filter(({ round }) => round === last),
  }
}
