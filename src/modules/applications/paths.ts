import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  applications: path('/t/:territory/applications'),
  newApplication: path('/t/:territory/applications/new'),
  newApplicant: path('/t/:territory/applicants/new'),
  application: path('/t/:territory/applications/:application'),
  applicationSection: path('/t/:territory/applications/:application/sections/:section'),
  applicationTheme: path('/t/:territory/applications/:application/theme'),
  applicationHead: path('/t/:territory/applications/:application/head'),
  applicationProtocol: path('/t/:territory/applications/:application/protocol'),
  applicationAdviser: path('/t/:territory/applications/:application/adviser'),
  applicationOwn: path('/t/:territory/applications/:application/own'),
  applicationOwnFile: path('/t/:territory/applications/:application/own/:field'),
  applicationOrganisation: path('/t/:territory/applications/:application/organisations/:organisation'),
  applicationCheckAnswers: path('/t/:territory/applications/:application/answers'),
  applicationPreview: path('/t/:territory/applications/:application/preview'),
  applicationOrganisations: path('/t/:territory/applications/:application/organisations'),
  applicationConfirmation: path('/t/:territory/applications/:application/organisations/:organisation/confirmation'),
  applicationOrganisationRemoval: path('/t/:territory/applications/:application/organisations/:organisation/removal'),
  applicationVote: path('/t/:territory/applications/:application/organisations/:organisation/vote'),
  applicationEditors: path('/t/:territory/applications/:application/editors'),
  applicationEditorRemoval: path('/t/:territory/applications/:application/editors/:person/removal'),
  applicationEvidence: path('/t/:territory/applications/:application/evidence'),
  applicationEvidenceRemoval: path('/t/:territory/applications/:application/evidence/:evidence/removal'),
  applicationFile: path('/t/:territory/applications/:application/files/:file'),
  applicationSubmissions: path('/t/:territory/applications/:application/submissions'),
  applicationWithdrawals: path('/t/:territory/applications/:application/withdrawals'),
  applicationDeletions: path('/t/:territory/applications/:application/deletions'),
  applicationRound: path('/t/:territory/applications/:application/rounds/:round'),
  applicationComparison: path('/t/:territory/applications/:application/comparison'),
  applicationDocument: path('/t/:territory/applications/:application/document/:format'),
  applicationChecks: path('/t/:territory/applications/:application/checks'),
  applicationReturns: path('/t/:territory/applications/:application/returns'),
  applicationRequests: path('/t/:territory/applications/:application/requests'),
  applicationAnswer: path('/t/:territory/applications/:application/requests/:request/answer'),
  applicationRequestWithdrawal: path('/t/:territory/applications/:application/requests/:request/withdrawal'),
  applicationsToCheck: path('/t/:territory/checks'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    applications: true
  }
}

export const paths = open(own)
