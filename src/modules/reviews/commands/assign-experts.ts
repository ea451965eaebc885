import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, Day, PersonId, ReviewId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { moveApplication } from '../../applications/queries.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { wrongAssignment } from '../assignment-rules.ts'
import { candidatesOf, lockReviewing, type Reviewing, reviewClause } from '../reviewing.ts'
import { needsExtra } from '../rules.ts'

export type AssignInput = {
  readonly applicationId: ApplicationId
  readonly personIds: readonly PersonId[]
  readonly dueOn: Day
}

/** Gives an application to experts chosen by hand. The first ones begin its review, another one after the end reopens it. */
export function assignExperts(ctx: Acting, input: AssignInput): Promise<Result<number>> {
  return transact(ctx, async (tx) => {
    const assigned = await assignOne(tx, ctx, input, 'experts')
    if (!assigned.ok) return assigned
    await recordAll(tx, ctx, assigned.value)
    return ok(input.personIds.length)
  })
}

/** The proposal of a whole call as the person has confirmed it: all of it or nothing. */
export function assignProposal(
  ctx: Acting,
  input: { assignments: readonly { applicationId: ApplicationId; personIds: readonly PersonId[] }[]; dueOn: Day },
): Promise<Result<number>> {
  return transact(ctx, async (tx) => {
    const facts: Fact[] = []
    const chosen = input.assignments.filter(({ personIds }) => personIds.length > 0)
    if (chosen.length === 0) return refuseRule('review.needsExperts')
    // In one order everywhere, so that two people who confirm at once wait for each other instead of blocking each other.
    for (const one of chosen.toSorted((a, b) => a.applicationId.localeCompare(b.applicationId))) {
      const assigned = await assignOne(tx, ctx, { ...one, dueOn: input.dueOn }, `experts.${one.applicationId}`)
      if (!assigned.ok) return assigned
      facts.push(...assigned.value)
    }
    await recordAll(tx, ctx, facts)
    return ok(chosen.length)
  })
}

async function assignOne(tx: Tx, ctx: Ctx, input: AssignInput, field: string): Promise<Result<Fact[]>> {
  const reviewing = await lockReviewing(tx, ctx, input.applicationId)
  if (!reviewing) return refuse({ code: 'notFound' })
  if (!may(ctx, 'review.manage')) return refuse({ code: 'forbidden', permission: 'review.manage' })
  const wrong = wrongAssignment({
    personIds: input.personIds,
    dueOn: input.dueOn,
    today: ctx.today,
    candidates: await candidatesOf(tx, ctx, reviewing),
    clause: reviewClause(reviewing),
    field,
  })
  if (wrong.length > 0) return refuseAll(wrong)
  const begun = await beginReview(tx, ctx, reviewing)
  if (!begun.ok) return begun
  const isExtra = reviewing.app.state === 'reviewed' || needsExtra(reviewing.reviews, reviewing.call)
  const facts = await insertReviews(tx, ctx, reviewing, { personIds: input.personIds, dueOn: input.dueOn, isExtra })
  return ok([...begun.value, ...facts.map(({ fact }) => fact)])
}

/** Leads the application to where experts read it; there it stays while more of them are added. */
async function beginReview(tx: Tx, ctx: Ctx, { app }: Reviewing): Promise<Result<Fact[]>> {
  if (app.state === 'underReview') return ok([])
  const action = app.state === 'reviewed' ? 'reopenReview' : 'startReview'
  const moved = await moveApplication(tx, ctx, app, action)
  if (!moved.ok) return moved
  const kind = action === 'startReview' ? 'application.reviewStarted' : 'application.reviewReopened'
  return ok([{ kind, subjectId: app.id, facts: { number: app.number } }])
}

/** Writes the new reviews and tells their experts. */
export async function insertReviews(
  tx: Tx,
  ctx: Ctx,
  { app }: Pick<Reviewing, 'app'>,
  given: { personIds: readonly PersonId[]; dueOn: Day; isExtra: boolean },
): Promise<{ id: ReviewId; fact: Fact }[]> {
  const { personIds, dueOn, isExtra } = given
  const nameOf = await initialsOf(tx, ctx, personIds)
  const number = app.number!
  const rows = personIds.map((expertPersonId) => ({
    territoryId: ctx.territory.id,
    id: newId<ReviewId>(),
    applicationId: app.id,
    round: app.round,
    expertPersonId,
    isExtra,
    dueOn,
    assignedBy: ctx.actor.personId,
    assignedAt: ctx.now,
  }))
  await tx.insertInto('reviews').values(rows).execute()
  await tell(
    tx,
    ctx,
    rows.map(({ id, expertPersonId }) => ({
      personId: expertPersonId,
      kind: 'review.assigned',
      subjectId: id,
      params: { number, dueOn },
    })),
  )
  return rows.map(({ id, expertPersonId }) => ({
    id,
    fact: {
      kind: 'review.assigned',
      subjectId: id,
      facts: { number, application: app.id, expert: nameOf(expertPersonId), dueOn, extra: isExtra },
    },
  }))
}
