import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  pairs: path('/t/:territory/pairs'),
  sitePairs: path('/t/:territory/sites/:site/pairs'),
  newPair: path('/t/:territory/sites/:site/pairs/new'),
  sitePairOffers: path('/t/:territory/sites/:site/pairs/offers'),
  sitePairRequests: path('/t/:territory/sites/:site/pairs/requests'),
  pair: path('/t/:territory/pairs/:pair'),
  pairMentor: path('/t/:territory/pairs/:pair/mentor'),
  pairMentee: path('/t/:territory/pairs/:pair/mentee'),
  pairRefusal: path('/t/:territory/pairs/:pair/refusal'),
  pairOutcome: path('/t/:territory/pairs/:pair/outcome'),
  pairHeirs: path('/t/:territory/pairs/:pair/heirs'),
  pairWithdrawal: path('/t/:territory/pairs/:pair/withdrawal'),
  pairConsent: path('/t/:territory/pairs/:pair/consent/:format'),
  pairMeetings: path('/t/:territory/pairs/:pair/meetings'),
  pairDoubts: path('/t/:territory/pairs/:pair/doubts'),
  pairAnswers: path('/t/:territory/pairs/:pair/answers'),
  pairEvidence: path('/t/:territory/my/pairs/evidence'),
  pairEvidencePaper: path('/t/:territory/my/pairs/evidence/:mentorPaper/:format'),
  pairLimit: path('/t/:territory/my/pairs'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    pairs: true
  }
}

export const paths = open(own)
