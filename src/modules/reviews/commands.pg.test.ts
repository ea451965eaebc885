import { lenobl } from '../../../test/regulations.ts'
// Proves R-31.

import { beforeEach, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { type ApplyingTerritory, anApplyingTerritory } from '../../../test/factories/applications.ts'
import { aSentFile } from '../../../test/factories/files.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import {
  anApplicationUnderReview,
  aReviewText,
  asExpert,
  criteriaOf,
  declared,
  reviewNow,
  reviewsIn,
  sent,
  someExperts,
} from '../../../test/factories/reviews.ts'
import { applicationNow } from '../../../test/factories/submissions.ts'
import { aPerson, historyOf, inScope, noticesTo } from '../../../test/factory.ts'
import { checkFiles } from '../../files/check.ts'
import type { ApplicationId, PersonId } from '../../kernel/types.ts'
import type { ReviewCriterion } from '../calls/model.ts'
import { declaration } from './declaration.ts'
import { closeReviews, prolongReviews } from './deeds/hear.ts'
import { assignExperts, finishReview, replaceExpert } from './deeds/lead.ts'
import { declareNoConflict, declineReview, enterPaperReview, saveReview, sendReview } from './deeds/write.ts'
import { callSummary, reviewOutcome } from './queries.ts'

const base = ownDatabase()
let there: ApplyingTerritory
let experts: PersonId[]
let criteria: readonly ReviewCriterion[]

beforeEach(async () => {
  there = await anApplyingTerritory(base.db, lenobl)
  experts = await someExperts(there, 4)
  criteria = await criteriaOf(there)
})

const stateOf = async (id: ApplicationId) => (await applicationNow(there, id)).state
const noticesOf = (personId: PersonId) => noticesTo(there, personId)
const kindsOf = (subjectId: string) => historyOf(base, subjectId)
const manage = () => there.as('methodist')
const three = () => experts.slice(0, 3)

describe('an expert', () => {
  test('declares in words that are kept with the moment, and only then writes', async () => {
    const { reviews } = await anApplicationUnderReview(there, three())
    const [review] = reviews
    const ctx = await asExpert(there, review!)
    const text = aReviewText(criteria, 2)
    expect(await saveReview.run(ctx, { id: review!.id, version: review!.editVersion, ...text })).toMatchObject({
      refusal: { code: 'illegalMove' },
    })
    const open = await declared(there, review!)
    expect(open).toMatchObject({ state: 'accepted', declaration, declaredAt: ctx.now })
    expect(await declareNoConflict.run(ctx, { id: review!.id })).toMatchObject({ refusal: { code: 'illegalMove' } })
    expect(mustWork(await saveReview.run(ctx, { id: open.id, version: open.editVersion, ...text })).one.editVersion).toBe(
      open.editVersion + 1,
    )
  })

  test('cannot touch the review of another', async () => {
    const { reviews } = await anApplicationUnderReview(there, three())
    const other = await asExpert(there, reviews[1]!)
    const reviewId = reviews[0]!.id
    const text = aReviewText(criteria, 2)
    for (const result of [
      await declareNoConflict.run(other, { id: reviewId }),
      await declineReview.run(other, { id: reviewId, reason: 'Нет времени' }),
      await saveReview.run(other, { id: reviewId, version: 1, ...text }),
      await sendReview.run(other, { id: reviewId, version: 1, sure: false, ...text }),
    ])
      expect(result).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  })

  test('keeps an unfinished draft, and sends only a finished one, with every fault at its field', async () => {
    const { reviews } = await anApplicationUnderReview(there, three())
    const open = await declared(there, reviews[0]!)
    const ctx = await asExpert(there, open)
    const half = { scores: [{ code: 'relevance', points: 3, comment: '' }], conclusion: '', recommendation: null }
    const version = mustWork(await saveReview.run(ctx, { id: open.id, version: open.editVersion, ...half })).one.editVersion
    const refused = await sendReview.run(ctx, { id: open.id, version, sure: false, ...half })
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        rule: 'review.needsEdgeComment',
        field: 'scores.relevance.comment',
        clause: '3.1',
        also: [{ field: 'scores.resources.points' }, { field: 'conclusion' }, { field: 'recommendation' }],
      },
    })
    expect(
      await sendReview.run(ctx, { id: open.id, version: open.editVersion, sure: false, ...aReviewText(criteria, 2) }),
    ).toMatchObject({
      refusal: { code: 'changedMeanwhile' },
    })
    mustWork(await sendReview.run(ctx, { id: open.id, version, sure: false, ...aReviewText(criteria, 2) }))
    expect(await reviewNow(there, open.id)).toMatchObject({ state: 'sent', total: 66.67, recommendation: 'support' })
  })

  test('what is sent never changes', async () => {
    const { reviews } = await anApplicationUnderReview(there, three())
    const id = await sent(there, reviews[0]!, aReviewText(criteria, 2))
    const { editVersion: version } = await reviewNow(there, id)
    const ctx = await asExpert(there, reviews[0]!)
    for (const result of [
      await saveReview.run(ctx, { id: id, version, ...aReviewText(criteria, 1) }),
      await sendReview.run(ctx, { id: id, version, sure: false, ...aReviewText(criteria, 1) }),
      await declineReview.run(ctx, { id: id, reason: 'Передумал' }),
    ])
      expect(result).toMatchObject({ ok: false, refusal: { code: 'illegalMove' } })
  })

  test('declines with a reason, and those who lead the review are told', async () => {
    const { reviews } = await anApplicationUnderReview(there, three())
    mustWork(await declineReview.run(await asExpert(there, reviews[0]!), { id: reviews[0]!.id, reason: 'Работал с автором' }))
    expect(await reviewNow(there, reviews[0]!.id)).toMatchObject({ state: 'declined', declineReason: 'Работал с автором' })
    expect(await noticesOf(there.people.methodist)).toContain('review.declined')
  })
})

describe('the end of a review', () => {
  test('comes with the last review, when the totals lie close', async () => {
    const { applicationId, reviews } = await anApplicationUnderReview(there, three())
    for (const review of reviews.slice(0, 2)) await sent(there, review, aReviewText(criteria, 2))
    expect(await stateOf(applicationId)).toBe('underReview')
    await sent(there, reviews[2]!, aReviewText(criteria, 2, 'supportWithRemarks'))
    expect(await stateOf(applicationId)).toBe('reviewed')
    expect(await noticesOf(there.people.methodist)).toContain('review.finished')
    const outcome = await inScope(base.db, there.territory.id, (tx) =>
      reviewOutcome(tx, { ...there, today: '2021-10-01' }, applicationId),
    )
    expect(outcome).toMatchObject({ wide: false, figures: { sent: 3, median: 66.67, mean: 66.67, spread: 0 } })
    expect(outcome!.written.map(({ scores }) => scores.length)).toEqual([2, 2, 2])
  })

  test('waits for one more expert when the totals lie too far apart', async () => {
    const { applicationId, reviews } = await anApplicationUnderReview(there, three())
    await sent(there, reviews[0]!, aReviewText(criteria, 3))
    await sent(there, reviews[1]!, aReviewText(criteria, 2))
    await sent(there, reviews[2]!, aReviewText(criteria, 0, 'reject'))
    expect(await stateOf(applicationId)).toBe('underReview')
    expect(await noticesOf(there.people.methodist)).toContain('review.needsExtra')
    const summary = () => inScope(base.db, there.territory.id, (tx) => callSummary(tx, there, there.callId!))
    expect((await summary())!.rows[0]).toMatchObject({ wide: true, needsExtra: true, figures: { spread: 100 } })

    mustWork(await assignExperts.run(await manage(), { id: applicationId, experts: [experts[3]!], dueOn: '2021-11-01' }))
    const extra = (await reviewsIn(there, applicationId)).find(({ isExtra }) => isExtra)!
    expect(extra.expertId).toBe(experts[3])
    await sent(there, extra, aReviewText(criteria, 2))
    expect(await stateOf(applicationId)).toBe('reviewed')
    expect((await summary())!.rows[0]).toMatchObject({ wide: true, needsExtra: false, figures: { sent: 4, median: 66.67 } })
  })

  test('an expert called after the end opens the review again', async () => {
    const { applicationId, reviews } = await anApplicationUnderReview(there, three())
    for (const review of reviews) await sent(there, review, aReviewText(criteria, 2))
    mustWork(await assignExperts.run(await manage(), { id: applicationId, experts: [experts[3]!], dueOn: '2021-11-01' }))
    expect(await stateOf(applicationId)).toBe('underReview')
    expect((await reviewsIn(there, applicationId)).filter(({ isExtra }) => isExtra)).toHaveLength(1)
    expect(await kindsOf(applicationId)).toContain('application.reviewReopened')
  })

  test('can be said early, with a reason, when nobody is writing and something is sent', async () => {
    const { applicationId, reviews } = await anApplicationUnderReview(there, experts.slice(0, 2))
    const end = async () => finishReview.run(await manage(), { id: applicationId, reason: 'Третьего эксперта нет' })
    expect(await end()).toMatchObject({ refusal: { rule: 'review.stillWriting' } })
    mustWork(await declineReview.run(await asExpert(there, reviews[0]!), { id: reviews[0]!.id, reason: 'Болею' }))
    mustWork(await declineReview.run(await asExpert(there, reviews[1]!), { id: reviews[1]!.id, reason: 'Болею' }))
    expect(await end()).toMatchObject({ refusal: { rule: 'review.nothingSent' } })
    mustWork(await assignExperts.run(await manage(), { id: applicationId, experts: [experts[2]!], dueOn: '2021-11-01' }))
    const fresh = (await reviewsIn(there, applicationId)).find(({ expertId }) => expertId === experts[2])!
    await sent(there, fresh, aReviewText(criteria, 1))
    mustWork(await end())
    expect(await stateOf(applicationId)).toBe('reviewed')
  })

  test('two last reviews sent at once: both are kept and the review ends once', async () => {
    const { applicationId, reviews } = await anApplicationUnderReview(there, three())
    await sent(there, reviews[0]!, aReviewText(criteria, 2))
    const open = [await declared(there, reviews[1]!), await declared(there, reviews[2]!)]
    const text = aReviewText(criteria, 2)
    const results = await Promise.all(
      open.map(async (review) =>
        sendReview.run(await asExpert(there, review), { id: review.id, version: review.editVersion, sure: false, ...text }),
      ),
    )
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(await stateOf(applicationId)).toBe('reviewed')
    expect((await kindsOf(applicationId)).filter((kind) => kind === 'application.reviewed')).toHaveLength(1)
  })
})

describe('those who lead the review', () => {
  test('give a late review to another expert, with a reason; the former one is told', async () => {
    const { applicationId, reviews } = await anApplicationUnderReview(there, three())
    const input = { id: reviews[0]!.id, personId: experts[3]!, dueOn: '2021-11-10', reason: 'Не отвечает' }
    const [fresh] = mustWork(await replaceExpert.run(await manage(), input)).made.ids
    expect(await reviewNow(there, reviews[0]!.id)).toMatchObject({ state: 'replaced', replaceReason: 'Не отвечает' })
    expect(await reviewNow(there, fresh!)).toMatchObject({ state: 'assigned', expertId: experts[3], dueOn: '2021-11-10' })
    expect(await noticesOf(experts[0]!)).toContain('review.replaced')
    expect(await noticesOf(experts[3]!)).toEqual(['review.assigned'])
    const back = await replaceExpert.run(await manage(), { ...input, id: fresh!, personId: experts[0]! })
    expect(back).toMatchObject({ refusal: { rule: 'review.conflict', field: 'personId' } })
    expect(await stateOf(applicationId)).toBe('underReview')
  })

  test('type in a review on paper: marked with who typed it, its picture kept', async () => {
    const { reviews } = await anApplicationUnderReview(there, three())
    const files = mustWork(await checkFiles([await aSentFile('заключение.pdf')], 'paper'))
    const input = {
      id: reviews[0]!.id,
      version: reviews[0]!.editVersion,
      sure: false,
      ...aReviewText(criteria, 1),
      paperOn: '2021-09-30',
      files,
    }
    expect(await enterPaperReview.run(await manage(), { ...input, files: [], paperOn: '2021-10-02' })).toMatchObject({
      refusal: { rule: 'review.paperInFuture', also: [{ rule: 'review.needsPaper' }] },
    })
    mustWork(await enterPaperReview.run(await manage(), input))
    expect(await reviewNow(there, reviews[0]!.id)).toMatchObject({
      state: 'sent',
      enteredBy: there.people.methodist,
      paperOn: '2021-09-30',
      total: 33.33,
      declaredAt: null,
    })
    expect((await reviewNow(there, reviews[0]!.id)).paperFileId).not.toBeNull()
  })

  test('close what is being written when the application goes back; what is sent stays', async () => {
    const { applicationId, reviews } = await anApplicationUnderReview(there, three())
    await sent(there, reviews[0]!, aReviewText(criteria, 2))
    await declared(there, reviews[1]!)
    const ctx = await manage()
    const closed = await inScope(base.db, there.territory.id, (tx) => closeReviews(tx, ctx, applicationId, 'returned'))
    expect(closed).toBe(2)
    expect((await reviewsIn(there, applicationId)).map(({ state }) => state)).toEqual(['sent', 'closed', 'closed'])
    expect(await noticesOf(reviews[1]!.expertId)).toContain('review.closed')
    expect(await noticesOf(reviews[0]!.expertId)).not.toContain('review.closed')
  })

  test('keep the review safe from an expert who saves at the same moment', async () => {
    const { applicationId, reviews } = await anApplicationUnderReview(there, three())
    const open = await declared(there, reviews[0]!)
    const [ctx, expert] = [await manage(), await asExpert(there, open)]
    const [closed] = await Promise.all([
      inScope(base.db, there.territory.id, (tx) => closeReviews(tx, ctx, applicationId, 'returned')),
      saveReview.run(expert, { id: open.id, version: open.editVersion, ...aReviewText(criteria, 1) }),
    ])
    expect(closed).toBe(3)
    expect((await reviewNow(there, open.id)).state).toBe('closed')
  })

  test('are given the new day of the review by an order that moves it', async () => {
    const { reviews } = await anApplicationUnderReview(there, three())
    await sent(there, reviews[0]!, aReviewText(criteria, 2))
    await inScope(base.db, there.territory.id, (tx) => prolongReviews(tx, there, there.callId!, '2021-11-20'))
    const days = async () => Promise.all(reviews.map(async ({ id }) => (await reviewNow(there, id)).dueOn))
    expect(await days()).toEqual(['2021-11-01', '2021-11-20', '2021-11-20'])
    await inScope(base.db, there.territory.id, (tx) => prolongReviews(tx, there, there.callId!, '2021-11-10'))
    expect(await days()).toEqual(['2021-11-01', '2021-11-20', '2021-11-20'])
  })

  test('see no draft of an expert in the summary', async () => {
    const { reviews } = await anApplicationUnderReview(there, three())
    const open = await declared(there, reviews[0]!)
    mustWork(
      await saveReview.run(await asExpert(there, open), { id: open.id, version: open.editVersion, ...aReviewText(criteria, 2) }),
    )
    const summary = await inScope(base.db, there.territory.id, (tx) => callSummary(tx, there, there.callId!))
    const shown = summary!.rows[0]!.reviews.find(({ id }) => id === open.id)!
    expect(shown).toMatchObject({ state: 'accepted', total: null, recommendation: null })
    expect(summary!.rows[0]!.figures).toMatchObject({ sent: 0, median: null })
  })
})

test('another territory’s reviews do not exist', async () => {
  const { reviews } = await anApplicationUnderReview(there, three())
  const elsewhere = await anApplyingTerritory(base.db, lenobl)
  const stranger = await aPerson(base.db, elsewhere.territory)
  const ctx = await elsewhere.as('methodist')
  const reviewId = reviews[0]!.id
  const input = { id: reviewId, personId: stranger, dueOn: '2021-11-01', reason: 'Чужой' }
  expect(await replaceExpert.run(ctx, input)).toMatchObject({ refusal: { code: 'notFound' } })
  expect(await declareNoConflict.run(ctx, { id: reviewId })).toMatchObject({ refusal: { code: 'notFound' } })
})
