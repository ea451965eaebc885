import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  groups: path('/t/:territory/groups'),
  siteGroups: path('/t/:territory/sites/:site/groups'),
  newGroup: path('/t/:territory/sites/:site/groups/new'),
  group: path('/t/:territory/groups/:group'),
  groupEdit: path('/t/:territory/groups/:group/edit'),
  groupMembers: path('/t/:territory/groups/:group/members'),
  groupLeaving: path('/t/:territory/groups/:group/leaving'),
  groupResult: path('/t/:territory/groups/:group/result'),
  groupFile: path('/t/:territory/groups/:group/files/:file'),
  groupPaper: path('/t/:territory/groups/:group/paper/:format'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    groups: true
  }
}

export const paths = open(own)
