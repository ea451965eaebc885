import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  help: path('/help'),
  privacy: path('/privacy'),
  accessibility: path('/accessibility'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
