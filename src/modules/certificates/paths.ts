import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  certificates: path('/t/:territory/sites/:site/certificates'),
  certificateIssue: path('/t/:territory/sites/:site/certificates/issue'),
  certificateCompletion: path('/t/:territory/sites/:site/certificates/completion'),
  certificateRun: path('/t/:territory/certificate-runs/:run'),
  certificateRunPapers: path('/t/:territory/certificate-runs/:run/papers/:part/:format'),
  certificate: path('/t/:territory/certificates/:certificate'),
  certificateRevoke: path('/t/:territory/certificates/:certificate/revoke'),
  certificatePaper: path('/t/:territory/certificates/:certificate/paper/:format'),
  myName: path('/t/:territory/my/name'),
  checkPaper: path('/c'),
  checkedPaper: path('/c/:paper'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    checkPaper: true
  }
}

export const paths = open(own)
