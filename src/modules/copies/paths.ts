import { type Opened, open, path } from '../../web/paths.ts'

export const own = { copies: path('/t/:territory/copies') }

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
