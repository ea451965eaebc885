import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  callSubmissions: path('/t/:territory/calls/:call/submissions'),
  operatorSubmissions: path('/t/:territory/submissions'),
  operatorSubmission: path('/t/:territory/submissions/:submission'),
  operatorSubmissionEdit: path('/t/:territory/submissions/:submission/edit'),
  operatorSubmissionDrops: path('/t/:territory/submissions/:submission/drops'),
  operatorSubmissionSendings: path('/t/:territory/submissions/:submission/sendings'),
  operatorSubmissionReturns: path('/t/:territory/submissions/:submission/returns'),
  operatorSubmissionDecisions: path('/t/:territory/submissions/:submission/decisions'),
  operatorSubmissionDocument: path('/t/:territory/submissions/:submission/document/:format'),
  directDecisions: path('/t/:territory/decisions'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
