import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  siteStatusCases: path('/t/:territory/sites/:site/status-cases'),
  statusCases: path('/t/:territory/status-cases'),
  statusCase: path('/t/:territory/status-cases/:case'),
  statusCaseEvidence: path('/t/:territory/status-cases/:case/evidence'),
  statusCaseFile: path('/t/:territory/status-cases/:case/files/:file'),
  statusCaseExplanationRequests: path('/t/:territory/status-cases/:case/explanation-requests'),
  statusCaseExplanations: path('/t/:territory/status-cases/:case/explanations'),
  statusCaseSubmissions: path('/t/:territory/status-cases/:case/submissions'),
  statusCaseReturns: path('/t/:territory/status-cases/:case/returns'),
  statusCaseOrders: path('/t/:territory/status-cases/:case/orders'),
  statusCaseEndings: path('/t/:territory/status-cases/:case/endings'),
  statusCaseDocument: path('/t/:territory/status-cases/:case/document/:format'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
