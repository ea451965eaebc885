import { post, type Route } from '../../web/route.ts'
import { callReviewList } from './call-lists.tsx'
import { ledReviews, protocols, readReviews, reviewed, reviewedCalls, reviews } from './case.ts'
import { assignExperts, assignProposal, finishReview, replaceExpert } from './deeds/lead.ts'
import { saveProtocol, signProtocol, startProtocol } from './deeds/protocol.ts'
import { declareNoConflict, declineReview, enterPaperReview, saveReview, sendReview } from './deeds/write.ts'
import { ownReviewList } from './expert-list.tsx'
import { proposalForm } from './forms.ts'
import { programmePaper, protocolPaper, reviewFile, reviewPaper } from './papers.ts'
import { paths } from './paths.ts'
import { protocolList } from './protocol-list.tsx'
import { poolRoutes } from './routes-pool.tsx'
import { summaryList } from './summary-list.tsx'
import { applicationReviewsPage } from './views/application-reviews-page.tsx'
import { paperPage } from './views/paper-page.tsx'
import { proposalPage } from './views/proposal-page.tsx'
import { protocolPage } from './views/protocol-page.tsx'
import { protocolsPage } from './views/protocols-page.tsx'
import { replacementPage } from './views/replacement-page.tsx'
import { reviewEditPage } from './views/review-edit-page.tsx'
import { reviewPage } from './views/review-page.tsx'
import { summaryPage } from './views/summary-page.tsx'

const leads = 'review.manage'
const listed = ['sort', 'down', 'page', 'print']

const leadingRoutes: Route[] = [
  ...callReviewList.routes,
  reviewedCalls.page(paths.callProposals, proposalPage, leads),
  post(paths.callProposals, {
    permits: leads,
    subject: reviewedCalls.subject,
    form: proposalForm,
    act: ({ ctx, form }) => assignProposal(ctx, form),
    next: ({ params, value }) => ({ to: paths.callReviews(params), notice: `Эксперты назначены, заявок: ${value}` }),
    again: reviewedCalls.again(proposalPage),
  }),
  reviewed.page(paths.applicationReviews, applicationReviewsPage),
  assignExperts.route(applicationReviewsPage),
  finishReview.route(applicationReviewsPage),
  ledReviews.page(paths.reviewReplacements, replacementPage, leads),
  replaceExpert.route(replacementPage),
  ledReviews.page(paths.reviewPaper, paperPage, leads),
  enterPaperReview.route(paperPage),
]

const expertRoutes: Route[] = [
  ...ownReviewList.routes,
  reviews.page(paths.review, reviewPage),
  declareNoConflict.route(reviewPage),
  declineReview.route(reviewPage),
  reviews.page(paths.reviewEdit, reviewEditPage, 'review.edit'),
  saveReview.route(reviewEditPage),
  sendReview.route(reviewEditPage),
  readReviews.page(paths.reviewFile, reviewFile),
  reviews.papers(paths.reviewProgrammeDocument, programmePaper),
  readReviews.papers(paths.reviewDocument, reviewPaper),
]

const summaryRoutes: Route[] = [
  reviewedCalls.page(paths.callSummary, summaryPage, 'review.summary', [...listed, 'open', 'criterion']),
  ...summaryList.files,
  reviewedCalls.page(paths.callProtocols, protocolsPage, 'review.summary', listed),
  ...protocolList.files,
  startProtocol.route(protocolsPage),
  protocols.page(paths.protocol, protocolPage, 'review.summary'),
  saveProtocol.route(protocolPage),
  signProtocol.route(protocolPage),
  protocols.papers(paths.protocolDocument, protocolPaper, 'review.summary'),
]

export const routes: Route[] = [...poolRoutes, ...leadingRoutes, ...expertRoutes, ...summaryRoutes]
