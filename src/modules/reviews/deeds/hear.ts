import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import type { ApplicationId, CallId, Day } from '../../../kernel/types.ts'
import type { Notice } from '../../../notices/kinds.ts'
import { tell } from '../../../notices/tell.ts'
import { numberOf } from '../../applications/model.ts'
import type { Outcome } from '../../applications/ports.ts'
import { applicationById } from '../../applications/queries.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { reviews } from '../case.ts'
import { isOpen } from '../machine.ts'
import { reviewsOfRound } from '../store.ts'

const reasons = { returned: 'Заявка возвращена на доработку', withdrawn: 'Заявку отозвали' } as const

/**
 * Closes whatever is being written about an application that is returned or withdrawn. The caller has locked the application; what has been
 * sent stays with its round. Gives how many were closed.
 */
export async function closeReviews(tx: Tx, ctx: Ctx, id: ApplicationId, why: 'returned' | 'withdrawn'): Promise<number> {
  const reason = reasons[why]
  const app = await applicationById(tx, ctx, id)
  if (!app || app.round === 0) return 0
  const round = await reviewsOfRound(tx, ctx, app.id, app.round, true)
  const closing = round.filter(({ state }) => isOpen(state) || state === 'declined')
  const people = closing.map(({ expertId }) => expertId)
  const nameOf = await initialsOf(tx, ctx, people)
  for (const review of closing) {
    const moved = await reviews.move(tx, ctx, review, 'close', { closeReason: reason, closedAt: ctx.now })
    if (!moved.ok) throw new Error(`the review ${review.id} could not be closed: ${moved.refusal.code}`)
  }
  const telling = closing.filter(({ state }) => isOpen(state))
  const notices = telling.map((review): Notice => {
    const params = { number: numberOf(app), reason }
    return { personId: review.expertId, kind: 'review.closed', subjectId: review.id, params }
  })
  await tell(tx, ctx, notices)
  const facts = closing.map((review): Fact => {
    const told = { number: app.number, application: app.id, expert: nameOf(review.expertId), reason }
    return { kind: 'review.closed', subjectId: review.id, facts: told }
  })
  await recordAll(tx, ctx, facts)
  return closing.length
}

/** An order moved the day of the review: what is being written is awaited until then, unless it was given longer already. */
export async function prolongReviews(tx: Tx, { territory }: Pick<Ctx, 'territory'>, callId: CallId, dueOn: Day): Promise<void> {
  await sql`update reviews r set due_on = ${dueOn} from applications a
    where r.territory_id = ${territory.id} and a.territory_id = r.territory_id and a.id = r.application_id and a.call_id = ${callId}
      and r.state in ('assigned', 'accepted') and r.due_on < ${dueOn}`.execute(tx)
}

/** Experts who have sent a review are told what became of the application they read. */
export async function tellOutcome(tx: Tx, ctx: Ctx, outcomes: readonly Outcome[]): Promise<void> {
  const byId = new Map(outcomes.map((one) => [one.applicationId, one]))
  if (byId.size === 0) return
  const sent = await tx
    .selectFrom('reviews')
    .select(['id', 'applicationId', 'expertPersonId as personId'])
    .where((is) => is.and({ territoryId: ctx.territory.id, state: 'sent' }))
    .where('applicationId', 'in', [...byId.keys()])
    .execute()
  const notices = sent.map(({ id, applicationId, personId }) => {
    const { number, granted, order } = byId.get(applicationId)!
    return { personId, kind: 'review.outcomeKnown' as const, subjectId: id, params: { number, granted, order } }
  })
  await tell(tx, ctx, notices)
}
