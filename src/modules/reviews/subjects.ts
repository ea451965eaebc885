import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import type { Param } from '../../web/paths.ts'
import { callById } from '../calls/queries.ts'
import { subjectOf } from './model.ts'
import { loadProtocol } from './protocol-queries.ts'
import { openReviewing } from './reviewing.ts'
import { loadReview } from './store.ts'

type About<Name extends string> = { ctx: Ctx; tx: Tx; params: { readonly [One in Name]: Param<One> } }

/** A review is its expert's; null when the territory has none such. */
export async function reviewSubject({ ctx, tx, params }: About<'review'>): Promise<Subject | null> {
  const review = await loadReview(tx, ctx, params.review)
  return review && subjectOf(ctx.territory.id, review.expertId)
}

/** A review for those who lead it: whose it is does not matter. */
export async function leadReviewSubject({ ctx, tx, params }: About<'review'>): Promise<Subject | null> {
  return (await loadReview(tx, ctx, params.review)) && { territoryId: ctx.territory.id }
}

/** An application that experts review. */
export async function reviewedSubject({ ctx, tx, params }: About<'application'>): Promise<Subject | null> {
  return (await openReviewing(tx, ctx, params.application)) && { territoryId: ctx.territory.id }
}

/** A call whose applications experts review. */
export async function callSubject({ ctx, tx, params }: About<'call'>): Promise<Subject | null> {
  const call = await callById(tx, ctx, params.call)
  return call && call.expertsPerApplication > 0 ? { territoryId: ctx.territory.id } : null
}

export async function protocolSubject({ ctx, tx, params }: About<'protocol'>): Promise<Subject | null> {
  return (await loadProtocol(tx, ctx, params.protocol)) && { territoryId: ctx.territory.id }
}

export async function expertSubject({ ctx, tx, params }: About<'expert'>): Promise<Subject | null> {
  const row = await tx
    .selectFrom('experts')
    .select('id')
    .where((is) => is.and({ territoryId: ctx.territory.id, id: params.expert }))
    .executeTakeFirst()
  return row ? { territoryId: ctx.territory.id } : null
}
