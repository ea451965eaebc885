import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  tryouts: path('/t/:territory/tryouts'),
  traineeTryouts: path('/t/:territory/traineeships/:traineeship/tryouts'),
  traineeMeasures: path('/t/:territory/traineeships/:traineeship/measurements'),
  tryout: path('/t/:territory/tryouts/:tryout'),
  tryoutWork: path('/t/:territory/tryouts/:tryout/work'),
  tryoutSelf: path('/t/:territory/tryouts/:tryout/self'),
  tryoutReturn: path('/t/:territory/tryouts/:tryout/return'),
  tryoutAssessment: path('/t/:territory/tryouts/:tryout/assessment'),
  tryoutFile: path('/t/:territory/tryouts/:tryout/files/:file'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
