import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  register: path('/'),
  registerJson: path('/register.json'),
  publicSite: path('/sites/:territory/:site'),
  openData: path('/open-data'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    register: true
    openData: true
  }
}

export const paths = open(own)
