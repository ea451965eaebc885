import type { Updateable } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { can, type Permission } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import type { Reviews } from '../../db/types.ts'
import { move } from '../../kernel/machine.ts'
import { ok, refuse } from '../../kernel/result.ts'
import type { ApplicationId, CallId, ReviewId } from '../../kernel/types.ts'
import { type Case, caseOf } from '../../kit/case.ts'
import { thing, type Where } from '../../kit/thing.ts'
import { judgedBy } from '../../regulation/review/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { type ApplicationAction, machine as applicationMachine } from '../applications/machine.ts'
import type { Application } from '../applications/model.ts'
import { moveApplication } from '../applications/queries.ts'
import type { Call } from '../calls/model.ts'
import { callById } from '../calls/queries.ts'
import { regulationById } from '../regulation/queries.ts'
import { machine, protocolMachine } from './machine.ts'
import type { Review, ReviewAction } from './model.ts'
import { paths } from './paths.ts'
import { lockReviewing, openReviewing, type Reviewing } from './reviewing.ts'
import { loadReview } from './store.ts'

/** A review with its application; whether it is of the round in hand. */
export type ReviewCase = { readonly one: Review; readonly reviewing: Reviewing; readonly isCurrent: boolean }
type Changes = Omit<Updateable<Reviews>, 'state' | 'editVersion' | 'id' | 'territoryId'>

const withApplication = (one: Review | null, reviewing: Reviewing | null): ReviewCase | null =>
  one && reviewing && { one, reviewing, isCurrent: one.round === reviewing.app.round }

/** Those who lead reviews are asked whose it is not. */
const ledBy: readonly Permission[] = ['review.manage', 'review.summary']

/** Whether the person of the context leads reviews under such a regulation. */
export const leads = (ctx: Pick<Ctx, 'actor' | 'territory'>, regulation: Regulation | undefined): boolean =>
  can(ctx.actor, 'review.manage', { territoryId: ctx.territory.id, ...judgedBy(regulation) })

/** A call with whom one is asked as who leads its review. */
export type JudgedCall = Call & { readonly judge: { readonly role?: string } }

const withJudge = async (tx: Tx, ctx: Where, call: Call): Promise<JudgedCall> => ({
  ...call,
  judge: judgedBy((await regulationById(tx, ctx.territory.id, call.regulationId, ctx.today))?.paper),
})

/** A review, asked about by its expert; what is done by those who lead it is for the office to see. */
const reviewsSeenBy = (
  sees: 'review.view' | 'review.read' | 'review.summary',
): Case<ReviewCase, ReviewAction, Changes, 'review'> => ({
  ...thing({
    param: 'review',
    sees,
    async open(tx, ctx, id: ReviewId) {
      const found = await loadReview(tx, ctx, id)
      return withApplication(found, found && (await openReviewing(tx, ctx, found.applicationId)))
    },
    /** The application first: commands never lock them the other way round. */
    async lock(tx, ctx, id: ReviewId) {
      const found = await loadReview(tx, ctx, id)
      const reviewing = found && (await lockReviewing(tx, ctx, found.applicationId))
      return withApplication(reviewing && (await loadReview(tx, ctx, id, true)), reviewing)
    },
    concerns: ({ one, reviewing }, { permission }) =>
      ledBy.includes(permission)
        ? judgedBy(reviewing.regulation)
        : { ...judgedBy(reviewing.regulation), personIds: [one.expertId] },
  }),
  machine,
  home: paths.review,
  async move(tx, ctx, one, action, set = {}) {
    const next = move(machine, one.state, action)
    if (!next.ok) return next
    const moved = await tx
      .updateTable('reviews')
      .set({ ...set, state: next.value, editVersion: one.editVersion + 1 })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: one.id, editVersion: one.editVersion }))
      .executeTakeFirst()
    const now = moved.numUpdatedRows === 1n ? await loadReview(tx, ctx, one.id) : null
    return now ? ok(now) : refuse({ code: 'changedMeanwhile' })
  },
})
export const reviews = reviewsSeenBy('review.view')
export const ledReviews = reviewsSeenBy('review.summary')
/** A sent review is read by the office too. */
export const readReviews = reviewsSeenBy('review.read')

/** An application that experts read, for those who lead its review. */
export type ReviewedCase = Reviewing & { readonly one: Application }
const led = (found: Reviewing | null): ReviewedCase | null => found && { ...found, one: found.app }

export const reviewed: Case<ReviewedCase, ApplicationAction, object, 'application'> = {
  ...thing({
    param: 'application',
    sees: 'review.summary',
    open: async (tx, ctx, id: ApplicationId) => led(await openReviewing(tx, ctx, id)),
    lock: async (tx, ctx, id: ApplicationId) => led(await lockReviewing(tx, ctx, id)),
    concerns: ({ regulation }) => judgedBy(regulation),
  }),
  machine: applicationMachine,
  home: paths.applicationReviews,
  move: moveApplication,
}

/** A call with whoever judges in it. */
export async function judgedCall(tx: Tx, ctx: Where, id: CallId): Promise<JudgedCall | null> {
  const call = await callById(tx, ctx, id)
  return call && withJudge(tx, ctx, call)
}

/** A call whose applications experts read. */
export const reviewedCalls = thing({
  param: 'call',
  sees: 'call.view',
  async open(tx, ctx, id: CallId) {
    const call = await callById(tx, ctx, id)
    return call && call.expertsPerApplication > 0 ? withJudge(tx, ctx, call) : null
  },
  async lock(tx, ctx, id: CallId) {
    const here = { territoryId: ctx.territory.id, id }
    await tx
      .selectFrom('calls')
      .select('id')
      .where((is) => is.and(here))
      .forUpdate()
      .execute()
    return judgedCall(tx, ctx, id)
  },
  concerns: ({ judge }) => judge,
})

/** The protocol of a meeting of experts, with its call. */
export const protocols = caseOf({
  table: 'reviewProtocols',
  machine: protocolMachine,
  param: 'protocol',
  sees: 'call.view',
  home: paths.protocol,
  async around(tx, ctx, { callId }) {
    const call = await judgedCall(tx, ctx, callId)
    return call && { call }
  },
  concerns: ({ call }) => call.judge,
})
export type ProtocolCase = NonNullable<Awaited<ReturnType<typeof protocols.open>>>
