import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { newId } from '../../../kernel/ids.ts'
import { allRules, ok, type Refusal, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, Day, PersonId, ReviewId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import type { Performed } from '../../../kit/deed-types.ts'
import { area, checkboxes, day, rowRadios, type ValueOf } from '../../../kit/form/fields.ts'
import { type Happened, report, type Told } from '../../../kit/told.ts'
import { chosenIds } from '../../../web/fields.ts'
import { numberOf } from '../../applications/model.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { wrongAssignment } from '../assignment-rules.ts'
import { ledReviews, type ReviewedCase, reviewed } from '../case.ts'
import { isOpen } from '../machine.ts'
import { paths } from '../paths.ts'
import { candidatesOf, type Reviewing, reviewClause } from '../reviewing.ts'
import { needsExtra, wrongEarlyEnd } from '../rules.ts'

type Giving = { readonly personIds: readonly PersonId[]; readonly dueOn: Day; readonly field: string; readonly isExtra: boolean }
type Given = { readonly ids: readonly ReviewId[]; readonly facts: readonly Happened[]; readonly told: readonly Told[] }

/** Gives an application to these experts: what forbids it, the new reviews, and what is told of them. */
async function give(tx: Tx, ctx: Ctx, reviewing: Reviewing, giving: Giving): Promise<Result<Given>> {
  const { personIds, dueOn, field, isExtra } = giving
  const candidates = await candidatesOf(tx, ctx, reviewing)
  const wrong = wrongAssignment({ personIds, dueOn, today: ctx.today, candidates, clause: reviewClause(reviewing), field })
  if (wrong.length > 0) return refuseAll(wrong)
  const { app } = reviewing
  const number = numberOf(app)
  const nameOf = await initialsOf(tx, ctx, personIds)
  const assigned = { round: app.round, isExtra, dueOn, assignedBy: ctx.actor.personId, assignedAt: ctx.now }
  const rows = personIds.map((expertPersonId) => ({
    territoryId: ctx.territory.id,
    id: newId<ReviewId>(),
    applicationId: app.id,
    expertPersonId,
    ...assigned,
  }))
  await tx.insertInto('reviews').values(rows).execute()
  return ok({
    ids: rows.map(({ id }) => id),
    told: rows.map(({ id, expertPersonId }) => ({
      kind: 'review.assigned',
      to: [expertPersonId],
      subjectId: id,
      params: { number, dueOn },
    })),
    facts: rows.map(({ id, expertPersonId }) => ({
      kind: 'review.assigned',
      subjectId: id,
      facts: { number, application: app.id, expert: nameOf(expertPersonId), dueOn, extra: isExtra },
    })),
  })
}

const assigning = {
  experts: checkboxes('Кому', chosenIds<PersonId>('эксперта')),
  dueOn: day('Заключение ждут до', { what: 'срок заключения' }),
}
const kinds = { startReview: 'application.reviewStarted', reopenReview: 'application.reviewReopened' } as const
/** The first experts begin the review, another one after the end reopens it; while it goes on it stays where it is. */
const beginning = ({ app: { state } }: ReviewedCase) =>
  state === 'underReview' ? null : state === 'reviewed' ? 'reopenReview' : 'startReview'

/** Gives an application to experts chosen by hand. */
export const assignExperts = deed(reviewed, beginning, {
  at: paths.applicationReviews,
  permits: 'review.manage',
  anyVersion: true,
  form: assigning,
  async also(tx, given) {
    const { ctx, app, call, reviews, input } = given
    const isExtra = app.state === 'reviewed' || needsExtra(reviews, call)
    return give(tx, ctx, given, { personIds: input.experts, dueOn: input.dueOn, field: 'experts', isExtra })
  },
  tell: ({ made }) => made.told,
  fact(given) {
    const action = beginning(given)
    const begun: Happened[] = action ? [{ kind: kinds[action], facts: { number: given.app.number } }] : []
    return [...begun, ...given.made.facts]
  },
  done: 'Заявка передана экспертам',
  ask: { title: 'Передать эксперту', button: 'Передать заявку' },
})

type Assignment = { readonly applicationId: ApplicationId; readonly personIds: readonly PersonId[] }

/** The proposal of a whole call as the person has confirmed it: all of it or nothing. */
export function assignProposal(
  ctx: Acting,
  { assignments, dueOn }: { assignments: readonly Assignment[]; dueOn: Day },
): Promise<Result<number>> {
  return transact(ctx, async (tx) => {
    const chosen = assignments.filter(({ personIds }) => personIds.length > 0)
    if (chosen.length === 0) return refuseRule('review.needsExperts')
    const done: Performed<ReviewedCase, unknown>[] = []
    // In one order everywhere, so that two people who confirm at once wait for each other instead of blocking each other.
    for (const { applicationId: id, personIds } of chosen.toSorted((a, b) => a.applicationId.localeCompare(b.applicationId))) {
      const sent: ValueOf<typeof assigning> & { id: string } = { id, experts: personIds, dueOn }
      const assigned = await assignExperts.within(tx, ctx, await reviewed.lock(tx, ctx, id), sent)
      if (!assigned.ok) return refuse(inRow(assigned.refusal, id))
      done.push(assigned.value)
    }
    await report(tx, ctx, { facts: done.flatMap(({ facts }) => facts), notices: done.flatMap(({ notices }) => notices) })
    return ok(chosen.length)
  })
}

/** A refusal at the field of its application in the form of the whole call. */
function inRow(refusal: Refusal, id: ApplicationId): Refusal {
  if (refusal.code !== 'rule') return refusal
  const [first, ...also] = allRules(refusal).map((rule) =>
    rule.field === 'experts' ? { ...rule, field: `experts.${id}` } : rule,
  )
  return { ...refusal, ...first, also }
}

/** Ends the review of an application with fewer reviews than the call asks for, or without an extra expert; the reason is kept. */
export const finishReview = deed(reviewed, 'finishReview', {
  at: paths.applicationReviewEndings,
  permits: 'review.manage',
  anyVersion: true,
  form: { reason: area('Причина', { most: 1000, rows: 3 }) },
  lacks: ({ reviews }) => wrongEarlyEnd(reviews),
  fact: ({ app: { number }, input: { reason } }) => ({ kind: 'application.reviewed', facts: { number, reason } }),
  done: 'Экспертиза заявки закончена',
  ask: {
    title: 'Закончить экспертизу',
    text: 'Заключений меньше, чем задано, или не хватает дополнительного. Закончить можно, если объяснить причину.',
    button: 'Закончить экспертизу',
    kind: 'secondary',
  },
})

/** Gives a review that is late, or that its expert has declined, to another expert; the reason is kept. */
export const replaceExpert = deed(ledReviews, 'replace', {
  at: paths.reviewReplacements,
  permits: 'review.manage',
  anyVersion: true,
  form: {
    personId: rowRadios<PersonId>('Новый эксперт', { what: 'нового эксперта' }),
    dueOn: day('Заключение ждут до', { what: 'срок заключения' }),
    reason: area('Почему заменяете', { what: 'причину замены', most: 1000, rows: 3 }),
  },
  lacks: ({ isCurrent, reviewing: { app } }) =>
    isCurrent && app.state === 'underReview' ? ok(null) : refuse({ code: 'illegalMove', from: app.state, action: 'replace' }),
  async also(tx, { ctx, one, reviewing, input: { personId, dueOn } }) {
    const giving = { personIds: [personId], dueOn, field: 'personId', isExtra: one.isExtra }
    const given = await give(tx, ctx, reviewing, giving)
    if (!given.ok) return given
    const nameOf = await initialsOf(tx, ctx, [one.expertId, personId])
    return ok({ ...given.value, expert: nameOf(one.expertId), by: nameOf(personId) })
  },
  set: ({ made, ctx, input }) => ({ replaceReason: input.reason, replacedAt: ctx.now, replacedByReviewId: made.ids[0] }),
  tell: ({ made, one, reviewing: { app } }) => [
    ...made.told,
    { kind: 'review.replaced', to: isOpen(one.state) ? [one.expertId] : [], params: { number: numberOf(app) } },
  ],
  fact: ({ made: { expert, by, facts }, one, reviewing: { app }, input: { reason } }) => [
    { kind: 'review.replaced', facts: { number: numberOf(app), application: one.applicationId, expert, by, reason } },
    ...facts,
  ],
  done: ({ one: { applicationId: application }, params }) => ({
    to: paths.applicationReviews({ ...(params as { territory: string }), application }),
    notice: 'Эксперт заменён',
  }),
})
