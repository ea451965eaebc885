import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, CallId, Period } from '../../kernel/types.ts'
import { reviewPanel, reviewRule } from '../../regulation/review/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { hasStep } from '../../regulation/status/questions.ts'
import type { Application } from '../applications/model.ts'
import { applicationById, lockApplication } from '../applications/queries.ts'
import { keptCriteria, usualCriteria } from '../calls/criteria-rules.ts'
import type { Call } from '../calls/model.ts'
import { callById } from '../calls/queries.ts'
import { yearOf } from '../calls/rules.ts'
import { regulationById } from '../regulation/queries.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { type Candidate, candidatesFor } from './assignment-rules.ts'
import { concernedIn, type PooledExpert, pooledExperts } from './expert-queries.ts'
import type { Review } from './model.ts'
import { reviewsOfRound } from './store.ts'

/** How an application that stands in no call is called beside those that do. */
export const outsideCalls = 'Вне приёмов'

type Where = Pick<Ctx, 'territory' | 'today'>

/** By what an application is read: its call, or, outside calls, what the paper says and the settings of the territory. `year` is that of the call. */
export type Reading = Pick<Call, 'title' | 'criteria' | 'expertsPerApplication' | 'reviewDueOn' | 'spreadLimit'> & {
  readonly id: CallId | null
  readonly year: Period | undefined
}

/** Null: the call is none of this territory. */
export async function readingOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  callId: CallId | null,
  regulation: Regulation,
): Promise<Reading | null> {
  if (callId !== null) {
    const call = await callById(tx, ctx, callId)
    return call && { ...call, year: yearOf(call) }
  }
  const { size, divergence } = reviewPanel(regulation)
  const [experts, spread] = await Promise.all([settingOf(tx, ctx, settings.experts), settingOf(tx, ctx, settings.spread)])
  return {
    ...{ id: null, title: outsideCalls, year: undefined, reviewDueOn: null },
    criteria: keptCriteria(regulation, usualCriteria(regulation)),
    expertsPerApplication: size ?? experts,
    spreadLimit: divergence ?? spread,
  }
}

/** An application under review with everything its experts and those who lead the review go by. */
export type Reviewing = {
  readonly app: Application
  readonly call: Reading
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

/** Where the regulation knows no experts an application is never reviewed. */
async function withReviews(tx: Tx, ctx: Where, app: Application | null): Promise<Reviewing | null> {
  if (!app || app.number === null) return null
  const stored = await regulationById(tx, ctx.territory.id, app.regulationId, ctx.today)
  if (!stored || !hasStep(stored.regulation, 'expertReview')) return null
  const call = await readingOf(tx, ctx, app.callId, stored.regulation)
  if (!call) return null
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
