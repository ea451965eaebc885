import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  callSummary: path('/t/:territory/calls/:call/summary'),
  callReviews: path('/t/:territory/calls/:call/reviews'),
  callProposals: path('/t/:territory/calls/:call/proposed-reviewers'),
  callProtocols: path('/t/:territory/calls/:call/protocols'),
  applicationReviews: path('/t/:territory/applications/:application/reviews'),
  applicationReviewEndings: path('/t/:territory/applications/:application/review-endings'),
  experts: path('/t/:territory/experts'),
  newExpert: path('/t/:territory/experts/new'),
  expertEnd: path('/t/:territory/experts/:expert/end'),
  reviews: path('/t/:territory/reviews'),
  review: path('/t/:territory/reviews/:review'),
  reviewDeclarations: path('/t/:territory/reviews/:review/declarations'),
  reviewRefusals: path('/t/:territory/reviews/:review/refusals'),
  reviewEdit: path('/t/:territory/reviews/:review/edit'),
  reviewSendings: path('/t/:territory/reviews/:review/sendings'),
  reviewPaper: path('/t/:territory/reviews/:review/paper'),
  reviewReplacements: path('/t/:territory/reviews/:review/replacements'),
  reviewFile: path('/t/:territory/reviews/:review/files/:file'),
  reviewProgrammeDocument: path('/t/:territory/reviews/:review/programme/:format'),
  reviewDocument: path('/t/:territory/reviews/:review/document/:format'),
  protocol: path('/t/:territory/protocols/:protocol'),
  protocolSignatures: path('/t/:territory/protocols/:protocol/signatures'),
  protocolDocument: path('/t/:territory/protocols/:protocol/document/:format'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    reviews: true
  }
}

export const paths = open(own)
