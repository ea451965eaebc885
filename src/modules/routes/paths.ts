import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  routes: path('/t/:territory/routes'),
  route: path('/t/:territory/routes/:route'),
  routeOffers: path('/t/:territory/routes/:route/offers'),
  routeSteps: path('/t/:territory/routes/:route/steps'),
  routeStepGone: path('/t/:territory/routes/:route/steps/gone'),
  routeDocument: path('/t/:territory/routes/:route/steps/document'),
  routeAgreed: path('/t/:territory/routes/:route/agree'),
  routeReopened: path('/t/:territory/routes/:route/reopen'),
  routeDone: path('/t/:territory/routes/:route/done'),
  routeStopped: path('/t/:territory/routes/:route/stop'),
  routePaper: path('/t/:territory/routes/:route/paper/:format'),
  ownRoute: path('/t/:territory/my/route'),
  personRoute: path('/t/:territory/people/:person/route'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    routes: true
  }
}

export const paths = open(own)
