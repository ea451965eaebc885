import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  publicRegulation: path('/regulations/:territory'),
  regulation: path('/t/:territory/regulation'),
  regulationWhy: path('/t/:territory/regulation/why/:clause'),
  editions: path('/t/:territory/regulation/editions'),
  newLine: path('/t/:territory/regulation/new-line'),
  regulationLine: path('/t/:territory/regulation/lines/:code'),
  newEdition: path('/t/:territory/regulation/new-edition'),
  edition: path('/t/:territory/regulation/editions/:edition'),
  editionPage: path('/t/:territory/regulation/editions/:edition/pages/:page'),
  editionForm: path('/t/:territory/regulation/editions/:edition/forms/:page'),
  editionForms: path('/t/:territory/regulation/editions/:edition/forms'),
  editionRule: path('/t/:territory/regulation/editions/:edition/rules/:rule'),
  editionRules: path('/t/:territory/regulation/editions/:edition/rules'),
  editionExamples: path('/t/:territory/regulation/editions/:edition/examples'),
  editionExample: path('/t/:territory/regulation/editions/:edition/examples/:example'),
  editionExampleRemovals: path('/t/:territory/regulation/editions/:edition/example-removals'),
  editionExceptions: path('/t/:territory/regulation/editions/:edition/exceptions/:rule'),
  editionException: path('/t/:territory/regulation/editions/:edition/exceptions/:rule/:exception'),
  editionNewExceptions: path('/t/:territory/regulation/editions/:edition/new-exceptions'),
  editionExceptionRemovals: path('/t/:territory/regulation/editions/:edition/exception-removals'),
  editionYear: path('/t/:territory/regulation/editions/:edition/year'),
  editionText: path('/t/:territory/regulation/editions/:edition/text'),
  editionClause: path('/t/:territory/regulation/editions/:edition/clauses/:clause'),
  editionClauses: path('/t/:territory/regulation/editions/:edition/clauses'),
  editionNextClause: path('/t/:territory/regulation/editions/:edition/clauses/:clause/next'),
  editionNewClauses: path('/t/:territory/regulation/editions/:edition/new-clauses'),
  editionClauseRemovals: path('/t/:territory/regulation/editions/:edition/clause-removals'),
  editionPaper: path('/t/:territory/regulation/editions/:edition/paper'),
  editionPaperFile: path('/t/:territory/regulation/editions/:edition/paper-file'),
  editionComparison: path('/t/:territory/regulation/editions/:edition/comparison'),
  editionFile: path('/t/:territory/regulation/editions/:edition/regulation.json'),
  editionDrops: path('/t/:territory/regulation/editions/:edition/drops'),
  regulationDocument: path('/t/:territory/regulation/document/:format'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    regulation: true
  }
}

export const paths = open(own)
