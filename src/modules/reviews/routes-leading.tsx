import type { Acting } from '../../authz/ctx.ts'
import { checkFiles, mostFormBytes } from '../../files/check.ts'
import type { SentFile } from '../../files/incoming.ts'
import type { ApplicationId, ReviewId } from '../../kernel/types.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, seeOther } from '../../web/route.ts'
import { callById } from '../calls/queries.ts'
import { callReviewList } from './call-lists.tsx'
import { assignExperts, assignProposal } from './commands/assign-experts.ts'
import { enterPaperReview } from './commands/enter-paper-review.ts'
import { finishReview } from './commands/finish-review.ts'
import { replaceExpert } from './commands/replace-expert.ts'
import { assignForm, paperForm, proposalForm, reasonForm, replaceForm } from './forms.ts'
import { leadingByReview, leadingSheet } from './leading-sheet.ts'
import { isOpen } from './machine.ts'
import type { ReviewText } from './model.ts'
import { paths } from './paths.ts'
import { proposalFor, usualDueOn } from './proposing.ts'
import { callSubject, leadReviewSubject, reviewedSubject } from './subjects.ts'
import { ApplicationReviewsPage } from './views/application-reviews-page.tsx'
import { PaperPage } from './views/paper-page.tsx'
import { ProposalPage } from './views/proposal-page.tsx'
import { ReplacementPage } from './views/replacement-page.tsx'

const section = 'applications' as const
type ForCall = Omit<PageRequest, 'params'> & { params: { territory: string; call: string } }
type ForApplication = Omit<PageRequest, 'params'> & { params: { territory: string; application: ApplicationId } }
type ForReview = Omit<PageRequest, 'params'> & { params: { territory: string; review: ReviewId } }

async function proposalPage({ ctx, tx, params, form }: ForCall): Promise<Answer> {
  const call = await callById(tx, ctx, params.call)
  if (!call) return notFound
  const proposing = await proposalFor(tx, ctx, call)
  const body = <ProposalPage ctx={ctx} call={call} {...proposing} dueOn={usualDueOn(call, ctx.today)} form={form} />
  return { title: 'Распределение по экспертам', section, body }
}

async function applicationPage({ ctx, tx, params, form }: ForApplication): Promise<Answer> {
  const sheet = await leadingSheet(tx, ctx, params.application)
  if (!sheet) return notFound
  const body = <ApplicationReviewsPage ctx={ctx} sheet={sheet} dueOn={usualDueOn(sheet.call, ctx.today)} form={form} />
  return { title: `Экспертиза: заявка № ${sheet.app.number}`, section, body }
}

/** What can no longer be replaced or typed in leads to the application's page. */
async function replacementPage({ ctx, tx, params, form }: ForReview): Promise<Answer> {
  const found = await leadingByReview(tx, ctx, params.review)
  if (!found) return notFound
  const { sheet, review } = found
  const replaceable = sheet.app.state === 'underReview' && (isOpen(review.state) || review.state === 'declined')
  if (!replaceable) return seeOther(paths.applicationReviews({ ...params, application: sheet.app.id }))
  const body = <ReplacementPage ctx={ctx} {...found} dueOn={usualDueOn(sheet.call, ctx.today)} form={form} />
  return { title: 'Замена эксперта', section, body }
}

async function paperPage({ ctx, tx, params, form }: ForReview): Promise<Answer> {
  const found = await leadingByReview(tx, ctx, params.review)
  if (!found) return notFound
  if (!isOpen(found.review.state)) return seeOther(paths.applicationReviews({ ...params, application: found.sheet.app.id }))
  return { title: 'Заключение с бумаги', section, body: <PaperPage ctx={ctx} {...found} form={form} /> }
}

async function enterPaper(
  ctx: Acting,
  given: { reviewId: ReviewId; version: number; text: ReviewText; sure: boolean; paperOn: string; sent: readonly SentFile[] },
) {
  const { sent, ...rest } = given
  const files = await checkFiles(sent, 'paper', { files: 1, bytes: 20 * 1024 * 1024 })
  return files.ok ? enterPaperReview(ctx, { ...rest, files: files.value }) : files
}

const ofCall = { permits: 'review.manage', subject: callSubject } as const
const ofApplication = { permits: 'review.manage', sees: 'review.summary', subject: reviewedSubject } as const
const ofReview = { permits: 'review.manage', subject: leadReviewSubject } as const

export const leadingRoutes: Route[] = [
  ...callReviewList.routes,
  get(paths.callProposals, { ...ofCall, page: proposalPage }),
  post(paths.callProposals, {
    ...ofCall,
    form: proposalForm,
    act: ({ ctx, form }) => assignProposal(ctx, form),
    next: ({ params, value }) => ({ to: paths.callReviews(params), notice: `Эксперты назначены, заявок: ${value}` }),
    again: proposalPage,
  }),
  get(paths.applicationReviews, {
    permits: 'review.summary',
    sees: 'review.summary',
    subject: reviewedSubject,
    page: applicationPage,
  }),
  post(paths.applicationReviews, {
    ...ofApplication,
    form: assignForm,
    act: ({ ctx, params, form }) =>
      assignExperts(ctx, { applicationId: params.application, personIds: form.experts, dueOn: form.dueOn }),
    next: ({ params }) => ({ to: paths.applicationReviews(params), notice: 'Заявка передана экспертам' }),
    again: applicationPage,
  }),
  post(paths.applicationReviewEndings, {
    ...ofApplication,
    form: reasonForm,
    act: ({ ctx, params, form }) => finishReview(ctx, { applicationId: params.application, reason: form.reason }),
    next: ({ params }) => ({ to: paths.applicationReviews(params), notice: 'Экспертиза заявки закончена' }),
    again: applicationPage,
  }),
  get(paths.reviewReplacements, { ...ofReview, page: replacementPage }),
  post(paths.reviewReplacements, {
    ...ofReview,
    form: replaceForm,
    act: ({ ctx, params, form }) => replaceExpert(ctx, { reviewId: params.review, ...form }),
    next: ({ params, value }) => ({
      to: paths.applicationReviews({ territory: params.territory, application: value.applicationId }),
      notice: 'Эксперт заменён',
    }),
    again: replacementPage,
  }),
  get(paths.reviewPaper, { ...ofReview, page: paperPage }),
  post(paths.reviewPaper, {
    ...ofReview,
    form: paperForm,
    most: mostFormBytes,
    act: ({ ctx, params, form, version, files }) =>
      enterPaper(ctx, { reviewId: params.review, version, ...form, sent: files.paper ?? [] }),
    next: ({ params, value }) => ({
      to: paths.applicationReviews({ territory: params.territory, application: value }),
      notice: 'Заключение внесено',
    }),
    again: paperPage,
  }),
]
