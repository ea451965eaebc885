import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId } from '../../kernel/types.ts'
import { reviewRule } from '../../regulation/review/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { hasStep } from '../../regulation/status/questions.ts'
import type { Application } from '../applications/model.ts'
import { applicationById, lockApplication } from '../applications/queries.ts'
import type { Call } from '../calls/model.ts'
import { callById } from '../calls/queries.ts'
import { regulationById } from '../regulation/queries.ts'
import { type Candidate, candidatesFor } from './assignment-rules.ts'
import { concernedIn, type PooledExpert, pooledExperts } from './expert-queries.ts'
import type { Review } from './model.ts'
import { reviewsOfRound } from './store.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** An application under review with everything its experts and those who lead the review go by. */
export type Reviewing = {
  readonly app: Application
  readonly call: Call
  readonly regulation: Regulation
  /** Every review of the round in hand, those taken away too. */
  readonly reviews: readonly Review[]
}

/** The application for reading; null when the territory has none such or nobody reviews it. */
export const openReviewing = async (tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<Reviewing | null> =>
  withReviews(tx, ctx, await applicationById(tx, ctx, applicationId))

/** The application locked until the end of the transaction: whoever comes second sees what the first has done. */
export const lockReviewing = async (tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<Reviewing | null> =>
  withReviews(tx, ctx, await lockApplication(tx, ctx, applicationId))

/** Without a call, or where the regulation knows no experts, an application is never reviewed. */
async function withReviews(tx: Tx, ctx: Where, app: Application | null): Promise<Reviewing | null> {
  if (!app?.callId || app.number === null) return null
  const call = await callById(tx, ctx, app.callId)
  const stored = await regulationById(tx, ctx.territory.id, app.regulationId, ctx.today)
  if (!call || !stored || !hasStep(stored.regulation, 'expertReview')) return null
  return { app, call, regulation: stored.regulation, reviews: await reviewsOfRound(tx, ctx, app.id, app.round) }
}

/** The clause by which experts review, «3.1». */
export const reviewClause = ({ regulation }: Pick<Reviewing, 'regulation'>): string | undefined =>
  reviewRule(regulation).basis?.clause

/** The whole pool beside an application. */
export async function candidatesOf(tx: Tx, ctx: Where, { app, reviews }: Reviewing): Promise<Candidate<PooledExpert>[]> {
  const concerned = (await concernedIn(tx, ctx, [app.id])).get(app.id)
  return concerned ? candidatesFor(await pooledExperts(tx, ctx), concerned, reviews) : []
}
