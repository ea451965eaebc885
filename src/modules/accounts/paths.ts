import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  signIn: path('/sign-in'),
  demoSignIn: path('/sign-in/demo'),
  secondStep: path('/sign-in/code'),
  signOut: path('/sign-out'),
  invitation: path('/invitations/:token'),
  forgottenPassword: path('/forgotten-password'),
  newPassword: path('/new-passwords/:token'),
  myTerritories: path('/my'),
  session: path('/my/session'),
  access: path('/my/access'),
  accessPassword: path('/my/access/passwords'),
  accessEmail: path('/my/access/emails'),
  newEmail: path('/my/access/emails/:token'),
  accessSessions: path('/my/access/session-ends'),
  secondFactor: path('/my/access/codes'),
  secondFactorProofs: path('/my/access/codes/proofs'),
  secondFactorEnds: path('/my/access/codes/ends'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
