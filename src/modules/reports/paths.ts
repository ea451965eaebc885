import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  reports: path('/t/:territory/reports'),
  siteReports: path('/t/:territory/sites/:site/reports'),
  practiceReports: path('/t/:territory/sites/:site/reports/practices'),
  report: path('/t/:territory/reports/:report'),
  reportEdit: path('/t/:territory/reports/:report/edit'),
  reportSubmissions: path('/t/:territory/reports/:report/submissions'),
  reportWithdrawals: path('/t/:territory/reports/:report/withdrawals'),
  reportDecisions: path('/t/:territory/reports/:report/decisions'),
  reportDocument: path('/t/:territory/reports/:report/document/:format'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    reports: true
  }
}

export const paths = open(own)
