import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  installation: path('/installation'),
  newTerritory: path('/installation/new-territory'),
  madeTerritory: path('/installation/territories/:code'),
  firstInvitations: path('/installation/territories/:code/invitations'),
  installationHistory: path('/installation/history'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    installation: true
    installationHistory: true
  }
}

export const paths = open(own)
