import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  organisations: path('/t/:territory/organisations'),
  newOrganisation: path('/t/:territory/organisations/new'),
  organisation: path('/t/:territory/organisations/:organisation'),
  editOrganisation: path('/t/:territory/organisations/:organisation/edit'),
  supportNeeds: path('/t/:territory/organisations/:organisation/support-needs'),
  supportNeedEnd: path('/t/:territory/organisations/:organisation/support-needs/:need/end'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    organisations: true
  }
}

export const paths = open(own)
