import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  people: path('/t/:territory/people'),
  newPerson: path('/t/:territory/people/new'),
  person: path('/t/:territory/people/:person'),
  editPerson: path('/t/:territory/people/:person/edit'),
  personPosts: path('/t/:territory/people/:person/posts'),
  personPostEnd: path('/t/:territory/people/:person/posts/:post/end'),
  personQualifications: path('/t/:territory/people/:person/qualifications'),
  personAchievements: path('/t/:territory/people/:person/achievements'),
  personRoles: path('/t/:territory/people/:person/roles'),
  personRoleEnd: path('/t/:territory/people/:person/roles/:role/end'),
  personInvitations: path('/t/:territory/people/:person/invitations'),
  personInvitationWithdrawals: path('/t/:territory/people/:person/invitations/withdrawals'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
