import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  applicationProgramme: path('/t/:territory/applications/:application/programme'),
  programme: path('/t/:territory/programmes/:programme'),
  programmePart: path('/t/:territory/programmes/:programme/parts/:part'),
  programmeNote: path('/t/:territory/programmes/:programme/parts/note'),
  programmeTopics: path('/t/:territory/programmes/:programme/parts/topics'),
  programmeResources: path('/t/:territory/programmes/:programme/parts/resources'),
  programmeAssessment: path('/t/:territory/programmes/:programme/parts/assessment'),
  programmeCompletion: path('/t/:territory/programmes/:programme/parts/completion'),
  programmeOwn: path('/t/:territory/programmes/:programme/parts/own'),
  programmeTopic: path('/t/:territory/programmes/:programme/topics/:topic'),
  programmeComparison: path('/t/:territory/programmes/:programme/comparison'),
  programmeCopies: path('/t/:territory/programmes/:programme/copies'),
  programmeImports: path('/t/:territory/programmes/:programme/imports'),
  programmeImport: path('/t/:territory/programmes/:programme/imports/:import'),
  programmeDocument: path('/t/:territory/programmes/:programme/document/:format'),
  programmeVersions: path('/t/:territory/programmes/:programme/versions'),
  programmeVersionDrops: path('/t/:territory/programmes/:programme/version-drops'),
  programmeFixings: path('/t/:territory/programmes/:programme/fixings'),
  programmeSendings: path('/t/:territory/programmes/:programme/sendings'),
  programmeWithdrawals: path('/t/:territory/programmes/:programme/withdrawals'),
  programmeDecisions: path('/t/:territory/programmes/:programme/decisions'),
  siteProgrammes: path('/t/:territory/sites/:site/programmes'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
