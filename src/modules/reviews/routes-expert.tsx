import { serveFile } from '../../files/serve.ts'
import { fullName, signatureName } from '../../kernel/names.ts'
import type { ReviewId } from '../../kernel/types.ts'
import { paper } from '../../web/paper.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, seeOther } from '../../web/route.ts'
import type { ApplicationView } from '../applications/model.ts'
import { numberOf } from '../applications/model.ts'
import { roundView } from '../applications/queries.ts'
import { namesOf } from '../people/name-queries.ts'
import { programmeDocument } from '../programmes/programme-document.ts'
import { mayReadApplication } from './blind-rules.ts'
import { declareNoConflict } from './commands/declare-no-conflict.ts'
import { declineReview } from './commands/decline-review.ts'
import { saveReview } from './commands/save-review.ts'
import { sendReview } from './commands/send-review.ts'
import { ownReviewList } from './expert-list.tsx'
import { expertSheet } from './expert-sheet.ts'
import { emptyForm, reasonForm, reviewForm, sendForm, storedReview } from './forms.ts'
import { paths } from './paths.ts'
import { reviewDocument } from './review-document.ts'
import { openReviewing } from './reviewing.ts'
import { loadReview, scoresOf, textOf } from './store.ts'
import { reviewSubject } from './subjects.ts'
import { ReviewEditPage } from './views/review-edit-page.tsx'
import { ReviewPage } from './views/review-page.tsx'
import { localDay } from './wording.ts'

const section = 'reviews' as const
const reads = { permits: 'review.view', sees: 'review.view', subject: reviewSubject } as const
const writes = { permits: 'review.edit', sees: 'review.view', subject: reviewSubject } as const
type ForReview = Omit<PageRequest, 'params'> & { params: { territory: string; review: ReviewId } }

async function reviewPage({ ctx, tx, params, form }: ForReview): Promise<Answer> {
  const sheet = await expertSheet(tx, ctx, params.review)
  if (!sheet) return notFound
  return { title: `Экспертиза: заявка № ${sheet.app.number}`, section, body: <ReviewPage ctx={ctx} sheet={sheet} form={form} /> }
}

/** The form: as stored, or as typed when it is shown again. What is not open to be written leads to the review itself. */
async function editPage({ ctx, tx, params, form, conflict }: ForReview): Promise<Answer> {
  const sheet = await expertSheet(tx, ctx, params.review)
  if (!sheet) return notFound
  if (sheet.review.state !== 'accepted')
    return conflict ? reviewPage({ ctx, tx, params, query: {}, form: null, conflict }) : seeOther(paths.review(params))
  const body = (
    <ReviewEditPage ctx={ctx} sheet={sheet} form={form ?? { values: storedReview(sheet.text), errors: [] }} conflict={conflict} />
  )
  return { title: `Заключение: заявка № ${sheet.app.number}`, section, body }
}

/** The application of a review that is open to its expert; null before the declaration and when the review is taken away. */
async function openedTo({ ctx, tx, params }: ForReview) {
  const review = await loadReview(tx, ctx, params.review)
  if (!review || !mayReadApplication(review.state)) return null
  const kept = await roundView(tx, ctx, review.applicationId, review.round)
  return kept && { review, kept }
}

/** Every file that was submitted with the application. */
const filesIn = (view: ApplicationView): ReadonlySet<string> =>
  new Set(
    [
      view.head?.protocol?.fileId ?? null,
      ...view.eligibility.flatMap(({ evidence }) => evidence.map(({ fileId }) => fileId)),
    ].filter((id) => id !== null),
  )

export const expertRoutes: Route[] = [
  ...ownReviewList.routes,
  get(paths.review, { ...reads, page: reviewPage }),
  post(paths.reviewDeclarations, {
    ...writes,
    form: emptyForm,
    act: ({ ctx, params }) => declareNoConflict(ctx, { reviewId: params.review }),
    next: ({ params }) => ({ to: paths.review(params), notice: 'Заявление записано, заявка открыта' }),
    again: reviewPage,
  }),
  post(paths.reviewRefusals, {
    ...writes,
    form: reasonForm,
    act: ({ ctx, params, form }) => declineReview(ctx, { reviewId: params.review, reason: form.reason }),
    next: ({ params }) => ({ to: paths.reviews(params), notice: 'Отказ записан, заявку передадут другому эксперту' }),
    again: reviewPage,
  }),
  get(paths.reviewEdit, { ...writes, page: editPage }),
  post(paths.reviewEdit, {
    ...writes,
    form: reviewForm,
    act: ({ ctx, params, form, version }) => saveReview(ctx, { reviewId: params.review, version, text: form }),
    next: ({ params }) => ({ to: paths.reviewEdit(params), notice: 'Черновик сохранён' }),
    again: editPage,
  }),
  post(paths.reviewSendings, {
    ...writes,
    form: sendForm,
    act: ({ ctx, params, form, version }) => sendReview(ctx, { reviewId: params.review, version, ...form }),
    next: ({ params }) => ({ to: paths.review(params), notice: 'Заключение отправлено' }),
    again: editPage,
  }),
  // Files of the application are for the expert alone; the picture of a review on paper is for the office too.
  get(paths.reviewFile, {
    permits: 'review.read',
    sees: 'review.read',
    subject: reviewSubject,
    page: async (request) => {
      const { ctx, tx, params } = request
      const review = await loadReview(tx, ctx, params.review)
      if (review?.paperFileId === params.file) return serveFile(tx, ctx.territory.id, params.file)
      const opened = review?.expertId === ctx.actor.personId ? await openedTo(request) : null
      return opened && filesIn(opened.kept.view).has(params.file) ? serveFile(tx, ctx.territory.id, params.file) : notFound
    },
  }),
  get(paths.reviewProgrammeDocument, {
    ...reads,
    page: async (request) => {
      const { ctx, tx, params } = request
      const opened = await openedTo(request)
      const reviewing = opened && (await openReviewing(tx, ctx, opened.review.applicationId))
      const programme = opened?.kept.view.programme
      if (!opened || !reviewing || !programme) return notFound
      const doc = programmeDocument({
        title: programme.title,
        organisations: opened.kept.view.organisations.map(({ charterName }) => charterName),
        content: programme.content,
        regulation: reviewing.regulation,
        day: localDay(opened.kept.submittedAt, ctx),
        isDraft: false,
      })
      return paper(doc, params.format)
    },
  }),
  // Experts read their own review on paper, the office every one that has been sent.
  get(paths.reviewDocument, {
    permits: 'review.read',
    sees: 'review.read',
    subject: reviewSubject,
    page: async ({ ctx, tx, params }) => {
      const review = await loadReview(tx, ctx, params.review)
      const reviewing = review?.state === 'sent' ? await openReviewing(tx, ctx, review.applicationId) : null
      const kept = reviewing && (await roundView(tx, ctx, reviewing.app.id, review!.round))
      if (!review || !reviewing || !kept) return notFound
      const name = (await namesOf(tx, ctx, [review.expertId])).get(review.expertId)!
      const doc = reviewDocument({
        callTitle: reviewing.call.title,
        number: numberOf(reviewing.app),
        theme: kept.view.theme,
        organisations: kept.view.organisations.map(({ charterName }) => charterName),
        expert: { full: fullName(name), signature: signatureName(name) },
        criteria: reviewing.call.criteria,
        review,
        text: textOf(review, await scoresOf(tx, ctx, [review.id])),
        timeZone: ctx.territory.timeZone,
      })
      return paper(doc, params.format)
    },
  }),
]
