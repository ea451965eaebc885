import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  plans: path('/t/:territory/plans'),
  sitePlans: path('/t/:territory/sites/:site/plans'),
  plan: path('/t/:territory/plans/:plan'),
  planEdit: path('/t/:territory/plans/:plan/edit'),
  planSubmissions: path('/t/:territory/plans/:plan/submissions'),
  planWithdrawals: path('/t/:territory/plans/:plan/withdrawals'),
  planDecisions: path('/t/:territory/plans/:plan/decisions'),
  planVersions: path('/t/:territory/plans/:plan/versions'),
  planVersionDrops: path('/t/:territory/plans/:plan/version-drops'),
  planComparison: path('/t/:territory/plans/:plan/comparison'),
  planDocument: path('/t/:territory/plans/:plan/document/:format'),
  planLine: path('/t/:territory/plans/:plan/lines/:line'),
  planProposals: path('/t/:territory/plans/:plan/proposals'),
  planProposal: path('/t/:territory/plan-proposals/:proposal'),
  planProposalTaken: path('/t/:territory/plan-proposals/:proposal/take'),
  planProposalDeclined: path('/t/:territory/plan-proposals/:proposal/decline'),
  planProposalWithdrawn: path('/t/:territory/plan-proposals/:proposal/withdraw'),
  executionFile: path('/t/:territory/plans/:plan/lines/:line/files/:file'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    plans: true
  }
}

export const paths = open(own)
