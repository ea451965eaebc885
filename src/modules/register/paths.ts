import { open, path } from '../../web/paths.ts'

export const own = {
  register: path('/'),
  registerJson: path('/register.json'),
  publicSite: path('/sites/:territory/:site'),
  openData: path('/open-data'),
} as const
type Own = typeof own

declare module '../../web/paths.ts' {
  interface Paths extends Own {}
  interface Sections {
    register: true
    openData: true
  }
}

export const paths = open(own)
