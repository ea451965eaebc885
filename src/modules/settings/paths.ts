import { type Opened, open, path } from '../../web/paths.ts'

export const own = { settings: path('/t/:territory/settings'), kinds: path('/t/:territory/kinds') }

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
