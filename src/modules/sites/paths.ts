import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  sites: path('/t/:territory/sites'),
  site: path('/t/:territory/sites/:site'),
  sitePeople: path('/t/:territory/sites/:site/people'),
  siteAppointments: path('/t/:territory/sites/:site/appointments'),
  appointmentEnd: path('/t/:territory/sites/:site/appointments/:appointment/end'),
  siteHistory: path('/t/:territory/sites/:site/history'),
  siteStatus: path('/t/:territory/sites/:site/status'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    sites: true
  }
}

export const paths = open(own)
