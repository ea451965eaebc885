import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  adaptations: path('/t/:territory/adaptations'),
  newAdaptation: path('/t/:territory/traineeships/:traineeship/adaptation'),
  adaptation: path('/t/:territory/adaptations/:adaptation'),
  adaptationEdit: path('/t/:territory/adaptations/:adaptation/edit'),
  adaptationStart: path('/t/:territory/adaptations/:adaptation/start'),
  adaptationFirst: path('/t/:territory/adaptations/:adaptation/first-answer'),
  adaptationSecond: path('/t/:territory/adaptations/:adaptation/second-answer'),
  adaptationWords: path('/t/:territory/adaptations/:adaptation/words'),
  adaptationTakenBack: path('/t/:territory/adaptations/:adaptation/taken-back'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    adaptations: true
  }
}

export const paths = open(own)
