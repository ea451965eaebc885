import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  deficits: path('/t/:territory/deficits'),
  deficitMap: path('/t/:territory/deficits/map'),
  deficitOffers: path('/t/:territory/deficits/offers'),
  deficit: path('/t/:territory/deficits/:deficit'),
  deficitEnd: path('/t/:territory/deficits/:deficit/end'),
  deficitDiagnosis: path('/t/:territory/deficits/:deficit/diagnosis'),
  deficitTakenBack: path('/t/:territory/deficits/:deficit/take-back'),
  deficitDocument: path('/t/:territory/deficits/:deficit/document'),
  deficitFile: path('/t/:territory/deficits/:deficit/files/:file'),
  deficitNumbers: path('/t/:territory/deficit-numbers'),
  deficitOf: path('/t/:territory/deficit-of'),
  competences: path('/t/:territory/competences'),
  eventCompetences: path('/t/:territory/events/:event/competences'),
  lineCompetences: path('/t/:territory/plan-lines/:line/competences'),
  topicCompetences: path('/t/:territory/programmes/:programme/topics/:topic/competences'),
  ownDeficits: path('/t/:territory/my/deficits'),
  personDeficits: path('/t/:territory/people/:person/deficits'),
  personDeficitLink: path('/t/:territory/people/:person/deficits/link'),
  deficitLink: path('/my-deficits/:territory/:secret'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    deficits: true
  }
}

export const paths = open(own)
